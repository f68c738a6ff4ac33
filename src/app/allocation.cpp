/// How the programs' allocator behaves. jemalloc reads this name before main() (jemalloc(3), TUNING); nothing of ours
/// does. A run works on a handful of threads that hand their values to each other: two arenas hold as little unused memory as
/// such a run needs, and what is unused for a second goes back to the system, so that the peak of one part of a run isn't
/// carried through all that follow.
extern "C" {
extern const char *const malloc_conf;
const char *const malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
}
