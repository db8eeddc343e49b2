# The parts of a session that run as its user:  sh session.sh DIRECTORY PART
#
# DIRECTORY holds two files written by whoever starts the session: "environment", what a login finds in its environment, and
# "session", what the profile files of the user must not change. Variables named oriel_ are not exported.

dir=$2
[ "$1" = oriel ] || exit 64
[ "$3" != begin ] && [ -r "$dir/environment" ] && . "$dir/environment"
[ -r "$dir/session" ] && . "$dir/session"

# Whether process $1 runs: one that has ended may wait for its parent to take notice.
runs() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*[ZX]' "/proc/$1/status" 2>/dev/null; }

has() { command -v "$1" >/dev/null 2>&1; }

# Where programs start: the home, or / where there is none.
go_home() {
    cd "$HOME" 2>/dev/null && return
    echo "The home directory $HOME cannot be entered: the session starts in /."
    cd /
}

# A window manager, so that windows of a lone program can be moved; none is no fault.
small_window_manager() {
    for manager in openbox fluxbox icewm xfwm4 marco metacity matchbox-window-manager twm; do
        if has "$manager"; then
            "$manager" &
            return
        fi
    done
}

case $3 in

# Takes standard input into the log. Says on standard output where that is.
log)
    umask 077
    for file in "$oriel_log" "$dir/user/session.log"; do
        mkdir -p "${file%/*}" 2>/dev/null
        [ -f "$file" ] && mv -f "$file" "$file.old" 2>/dev/null
        if { echo "$oriel_title" >"$file"; } 2>/dev/null; then
            echo "$file"
            cd "${file%/*}" && ls -t | grep '^session-[0-9]*[.]log' | tail -n +21 | while read -r old; do rm -f "$old"; done
            cd /
            exec cat >>"$file"
        fi
    done
    exit 73
    ;;

# The X server. Its number is taken by making the lock file: exit status 97 = somebody else has it.
server)
    umask 022
    cd /
    ulimit -c 0 2>/dev/null
    lock=/tmp/.X$oriel_display-lock
    set -C
    { printf '%10d\n' "$$" >"$lock"; } 2>/dev/null || exit 97
    set +C
    eval "exec $oriel_server" 3>&1 1>&2
    ;;

# What must be true before the first program draws.
prepare)
    if [ -n "$oriel_mode" ]; then
        if has xrandr; then
            output=$(timeout 10 xrandr 2>/dev/null | sed -n 's/ connected.*//p' | head -n 1)
            timeout 10 xrandr --newmode $oriel_mode &&
                timeout 10 xrandr --addmode "$output" "${oriel_mode%% *}" &&
                timeout 10 xrandr --output "$output" --mode "${oriel_mode%% *}"
        else
            echo "xrandr is not installed: the desktop starts at the largest size (package x11-xserver-utils)."
        fi
    fi
    if has setxkbmap; then
        timeout 10 setxkbmap -layout "$oriel_layout" -variant "$oriel_variant" ||
            echo "The keyboard layout $oriel_layout $oriel_variant is not known here."
    fi
    if [ "$oriel_dpi" != 96 ]; then
        if has xrdb; then
            echo "Xft.dpi: $oriel_dpi" | timeout 10 xrdb -nocpp -merge
        else
            echo "xrdb is not installed: programs may not learn the scale (package x11-xserver-utils)."
        fi
    fi
    exit 0
    ;;

# The sound server: what programs play goes into a FIFO.
sound)
    umask 077
    cd /
    mkdir -p "$dir/user/pulse" || exit 73
    export PULSE_RUNTIME_PATH="$dir/user/pulse" PULSE_STATE_PATH="$dir/user/pulse"
    export PULSE_COOKIE="$dir/user/pulse/cookie"
    export DBUS_SESSION_BUS_ADDRESS=disabled:
    unset PULSE_SERVER
    exec pulseaudio -n --daemonize=no --fail=yes --use-pid-file=no --disable-shm=yes --exit-idle-time=-1 \
        --realtime=no --high-priority=no --log-target=stderr --log-level=error \
        --load="module-native-protocol-unix socket=$dir/user/pulse/native auth-anonymous=no auth-cookie-enabled=no" \
        --load="module-pipe-sink sink_name=oriel file=$dir/sound format=s16le rate=44100 channels=2 use_system_clock_for_timing=yes" \
        --load="module-suspend-on-idle timeout=2"
    ;;

# The desktop, through the login shell of the user.
desktop)
    umask 022
    go_home
    case ${SHELL##*/} in
        csh | tcsh) login=/bin/sh ;; # these cannot be a login shell and take a command
        *) login=$SHELL ;;
    esac
    exec "$login" -l -c "exec /bin/sh '$0' oriel '$dir' begin"
    ;;

# What the login shell runs once the profile files are read.
begin)
    go_home
    [ -r "$HOME/.xsessionrc" ] && . "$HOME/.xsessionrc"
    [ -r "$HOME/.Xresources" ] && has xrdb && timeout 10 xrdb -merge "$HOME/.Xresources"
    if has dbus-daemon; then
        if dbus-daemon --session --fork --nopidfile --address="unix:path=$dir/user/bus" >/dev/null; then
            DBUS_SESSION_BUS_ADDRESS="unix:path=$dir/user/bus"
            export DBUS_SESSION_BUS_ADDRESS
        fi
    fi
    if [ -n "$oriel_program" ]; then
        small_window_manager
        if [ -n "$oriel_directory" ]; then
            cd "$oriel_directory" || echo "The directory $oriel_directory cannot be entered: the program starts in $PWD."
        fi
        echo "$oriel_token program"
        exec "$SHELL" -c "$oriel_program"
    fi
    if [ -n "$oriel_own" ]; then
        for own in "$HOME/.xsession" "$HOME/.Xsession"; do
            if [ -x "$own" ] && [ -f "$own" ]; then
                echo "$oriel_token own"
                exec "$own"
            elif [ -r "$own" ] && [ -f "$own" ]; then
                echo "$oriel_token own"
                exec /bin/sh "$own"
            fi
        done
    fi
    [ -n "$oriel_manage" ] && small_window_manager
    echo "$oriel_token desktop"
    eval "exec $oriel_desktop"
    ;;

# Removes what the user's processes have left, once they are gone.
clear)
    lock=/tmp/.X$oriel_display-lock
    socket=/tmp/.X11-unix/X$oriel_display
    if [ -n "$oriel_display" ]; then
        pid=$(cat "$lock" 2>/dev/null | tr -d ' ')
        if [ -O "$lock" ] && ! runs "$pid"; then
            rm -f "$lock"
            [ -O "$socket" ] && rm -f "$socket"
        fi
    fi
    for socket in /tmp/.ICE-unix/* /tmp/dbus-* /tmp/ssh-*/agent.*; do
        if [ -S "$socket" ] && [ -O "$socket" ] && ! grep -qF " $socket" /proc/net/unix; then
            rm -f "$socket"
            rmdir "${socket%/agent.*}" 2>/dev/null
        fi
    done
    while read -r _ mount kind _; do
        case $mount:$kind in
            "$dir"/*:fuse*) fusermount3 -uz "$mount" 2>/dev/null || fusermount -uz "$mount" 2>/dev/null ;;
        esac
    done </proc/self/mounts
    if [ "$4" = last ]; then # no process of this user is left
        find /dev/shm -maxdepth 1 -user "$(id -u)" -type f -exec rm -f {} + 2>/dev/null
        ipcrm --all >/dev/null 2>&1
    fi
    if cd "$dir"; then
        chmod -R u+rwX user run 2>/dev/null
        find user run -xdev -mindepth 1 -delete 2>/dev/null
    fi
    exit 0
    ;;
esac
exit 64
