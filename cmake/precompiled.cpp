// CMake makes precompiled headers for targets with sources only.
