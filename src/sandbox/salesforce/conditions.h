#pragma once

#include "sandbox/salesforce/calls.h"

namespace syncline::sandbox::salesforce {

/// What the conditions in the headers of a request for one record make of it: 304 or 412, 400 for a date that is none, and
/// nothing where it goes on. By whole seconds; by ETag for accounts only.
std::optional<Response> conditionAnswer(const Table &table, const Record &record, const Request &request);
/// Last-Modified, and the ETag that accounts have.
void addValidators(Response &response, const Table &table, const Record &record);

} // namespace syncline::sandbox::salesforce
