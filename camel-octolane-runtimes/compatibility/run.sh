#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the component's own tests with several versions of Camel and writes the table of docs/compatibility.md.
# The component is built once, with the version that the repository names; its jar and the jar of its tests are not
# compiled again.
set -eu
cd "$(dirname "$0")/../.."
here=camel-octolane-runtimes/compatibility
page=docs/compatibility.md
# Camel and the Jackson that it brings
versions=${*:-"4.14.0:2.19.2 4.17.0:2.19.4 4.18.0:2.19.4 4.22.0:2.22.1"}

./mvnw -B -ntp -q install -DskipTests -Djacoco.skip -Pcompatibility \
  -pl .,camel-octolane-simulator,camel-octolane-component

rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
failed=0
for each in $versions; do
  camel=${each%%:*}
  jackson=${each##*:}
  log=target/compatibility-$camel.log
  mkdir -p target
  if ./mvnw -B -ntp -f "$here/pom.xml" clean test -Dcamel.version="$camel" -Djackson.version="$jackson" \
    -Denforcer.skip -Djacoco.skip -Dspotless.check.skip >"$log" 2>&1; then
    outcome=passed
  else
    outcome="**failed**"
    failed=1
  fi
  # the last summary of the log counts all tests
  tests=$(sed -n 's/.*Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 run, \2 failed, \3 in error, \4 skipped/p' "$log" | tail -1)
  printf '| Camel %s, Jackson %s | JDK %s | %s | %s |\n' "$camel" "$jackson" \
    "$(./mvnw -v 2>/dev/null | sed -n 's/^Java version: \([0-9]*\).*/\1/p')" "${tests:-did not start}" "$outcome" >>"$rows"
  tail -1 "$rows"
done

awk -v rows="$rows" '
  /<!-- matrix -->/ { print; print "| with | on | tests | outcome |"; print "| --- | --- | --- | --- |";
    while ((getline line < rows) > 0) print line; skip = 1 }
  /<!-- end -->/ { skip = 0 }
  !skip' "$page" >"$page.new"
mv "$page.new" "$page"
exit $failed
