# What deploy/start and deploy/stop share; sourced by them. $root is the repository.

# A JDK of version 25 or later: JAVA_HOME if it is one, else the newest under /usr/lib/jvm.
find_jdk() {
  local folder=${1:-/usr/lib/jvm} candidate version best= best_version=24
  for candidate in "${JAVA_HOME:-}" "$folder"/*; do
    [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    [ "${version:-0}" -ge 25 ] && [ "$candidate" = "${JAVA_HOME:-}" ] && { echo "$candidate"; return; }
    [ "${version:-0}" -gt "$best_version" ] && best=$candidate best_version=$version
  done
  [ -n "$best" ] && echo "$best" || {
    echo "No JDK 25 or later found: set JAVA_HOME to one, or install one under $folder." >&2
    return 1
  }
}

# The modules under $1 whose jar is missing, or older than its sources, its pom, or those of what it is built from.
modules_to_build() {
  local module jar inputs
  for module in criteria-service evidence-service feedback-service outcomes-service reporting-service gateway deploy; do
    jar=$(ls "$1/$module/target/$module"-[0-9]*.jar 2>/dev/null | head -n 1)
    inputs=("$1/pom.xml" "$1/$module/pom.xml" "$1/$module/src/main")
    case $module in
      gateway) inputs+=("$1/chassis") ;;
      deploy) inputs+=("$1/deploy/mongo" "$1/deploy/guard") ;;
      *) inputs+=("$1/chassis") ;;
    esac
    if [ -z "$jar" ] || [ -n "$(newer_inputs "$jar" "${inputs[@]}")" ]; then
      echo "$module"
    fi
  done
}

# One file newer than the jar $1 among the folders and files that follow, as far as they exist; tests build nothing.
newer_inputs() {
  local jar=$1
  shift
  find "$@" \( -name target -o -path '*/src/test' \) -prune -o -newer "$jar" -type f -print -quit 2>/dev/null || true
}

# The class path of the launcher: a copy of what was built, which no later build changes under its hands.
class_path() {
  local built copy
  built=$(ls "$root/deploy/target/deploy"-[0-9]*.jar | head -n 1)
  copy=$root/.run/launcher-$(cksum <"$built" | tr ' ' -).jar
  if [ ! -f "$copy" ]; then
    mkdir -p "$root/.run"
    rm -f "$root"/.run/launcher-*.jar
    cp "$built" "$copy.$$"
    mv "$copy.$$" "$copy"
  fi
  echo "$copy:$root/deploy/target/lib/*"
}

# Builds the modules given to run them, unlooked at (see the profile quick); Maven's words go to a file and are shown only
# when it fails.
build() {
  local log=$root/.run/build.log started=$SECONDS
  command -v mvn >/dev/null || {
    echo "Maven is needed to build: install it (apt-get install maven), then start again." >&2
    return 1
  }
  mkdir -p "$root/.run"
  echo "Building $* (Maven's output: $log)"
  if ! (cd "$root" && mvn -B -ntp -T 2 -Dquick -pl "$(IFS=,; echo "$*")" -am package) >"$log" 2>&1; then
    grep -a '^\[ERROR\]' "$log" | head -n 20 >&2
    echo "The build failed; all of it is in $log." >&2
    return 1
  fi
  echo "Built in $((SECONDS - started)) s"
}

# Runs a class of the launcher in place of this shell; what it writes is its owner's alone.
run_java() {
  umask 077
  exec "$jdk/bin/java" -Dncs.root="$root" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k \
    --enable-native-access=ALL-UNNAMED "$@"
}
