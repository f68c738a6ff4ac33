SELECT at FROM erased_people WHERE hash = ?
