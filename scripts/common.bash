# What scripts/test, scripts/check and scripts/run share. Sourced, not run; $root is the source tree.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=${SYNCLINE_JOBS:-$(nproc)}
passed=0
failed=0

say() { printf '\n== %s\n' "$*"; }

# build PRESET [TARGET...]: configures and builds; all targets when none is named.
build() {
    local preset=$1
    shift
    mkdir -p "$root/build"
    (cd "$root" && cmake --preset "$preset" >"$root/build/$preset.configure.log" 2>&1) ||
        { cat "$root/build/$preset.configure.log" >&2; return 1; }
    cmake --build "$root/build/$preset" -j "$jobs" ${1:+--target "$@"}
}

# counted NAME COMMAND...: one step that passes or fails as a whole.
counted() {
    local name=$1
    shift
    say "$name"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name" >&2
    fi
}

# tests NAME COMMAND...: a run of CTest; its own count goes into the sum.
tests() {
    local name=$1 log status=0 summary
    shift
    say "$name"
    log=$(mktemp)
    "$@" 2>&1 | tee "$log" || status=$?
    summary=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1) || true
    rm -f "$log"
    if [ -n "$summary" ]; then
        local numbers
        read -ra numbers <<<"$(grep -oE '[0-9]+' <<<"$summary" | tr '\n' ' ')"
        failed=$((failed + numbers[1]))
        passed=$((passed + numbers[2] - numbers[1]))
    elif [ "$status" -ne 0 ]; then
        failed=$((failed + 1))
        echo "FAILED: $name" >&2
    fi
}

# The last line of a script that tests, whatever stopped it, and the exit code.
finish() {
    local status=$?
    trap - EXIT
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] || exit 1
    exit 0
}

# Sources that belong to the project; outside of a git checkout everything that looks like one.
tracked_sources() {
    (cd "$root" && { git ls-files -- 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 2>/dev/null ||
        find src tests -name '*.h' -o -name '*.cpp'; }) |
        while read -r file; do [ ! -f "$root/$file" ] || echo "$file"; done
}

check_format() {
    (cd "$root" && tracked_sources | xargs -P "$jobs" -I FILE sh -c \
        'clang-format --style=file --dry-run -Werror "$1" 2>/dev/null || { echo "not formatted: $1"; exit 1; }' format FILE)
}

# keychain_tests PRESET: on a bus and in a home of their own. The keyring is unlocked first: once something has started
# the service over D-Bus, a password no longer opens it.
keychain_tests() {
    local home status=0
    home=$(mktemp -d)
    HOME=$home XDG_DATA_HOME=$home/.local/share XDG_RUNTIME_DIR=$home XDG_CONFIG_HOME=$home/.config \
        dbus-run-session -- bash -c '
            printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
            ctest --test-dir "$1" -L keychain --output-on-failure --no-tests=ignore' keychain "$root/build/$1" || status=$?
    rm -rf "$home"
    return "$status"
}

# A compile database for Clang's tools: without the precompiled headers, which only the compiler that made them reads.
clang_database() {
    local from=$root/build/$1 to=$root/build/$1/clang
    mkdir -p "$to"
    sed -E 's/ -Winvalid-pch//; s/ -fpch-preprocess//; s/ -Wno-maybe-uninitialized//; s/ -include [^ ]*cmake_pch\.hxx//' \
        "$from/compile_commands.json" >"$to/compile_commands.json"
}

# tidy PRESET FILE...: clang-tidy over sources that the build knows.
tidy() {
    local database=$root/build/$1/clang
    clang_database "$1"
    shift
    (cd "$root" && printf '%s\n' "$@" |
        jq -rR --slurpfile known "$database/compile_commands.json" --arg root "$root/" \
            '. as $file | select(any($known[0][]; .file == $root + $file))' |
        xargs -r -P "$jobs" -n 1 clang-tidy-16 -p "$database" --quiet --warnings-as-errors='*' 2>/dev/null)
}
