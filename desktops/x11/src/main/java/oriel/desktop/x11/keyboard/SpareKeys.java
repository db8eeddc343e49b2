package oriel.desktop.x11.keyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys of the X server that no keyboard has, on which characters are put that no key of the layout types. Programs look up what a
 * key means when they come to its event, not when it was pressed: a key must keep its character until they surely have. So the
 * key that was used longest ago takes the next new character, and not before it has rested. Not safe for threads.
 */
final class SpareKeys {

    /**
     * Nanoseconds for which a key keeps its character after it was used. Measured with xterm and GTK: 20 ms are enough on an idle
     * machine, 60 ms are not when every processor has twice as much to do as it can.
     */
    static final long REST = 400_000_000;

    private static final int NOTHING = 0;

    private final List<Spare> spares = new ArrayList<>();

    private static final class Spare {
        private final int keycode;
        private int keysym;
        private long used;
        private boolean everUsed;

        Spare(int keycode) {
            this.keycode = keycode;
        }
    }

    /**
     * What to do to type a character.
     *
     * @param keycode the key that does
     * @param put     whether the character must be put there first
     * @param pause   nanoseconds to wait before that
     */
    record Turn(int keycode, boolean put, long pause) {}

    /** Other keys are free now; those that had a character keep it if it is still there. */
    void keep(List<Integer> free, java.util.function.IntUnaryOperator keysymOf) {
        spares.removeIf(spare -> !free.contains(spare.keycode) && keysymOf.applyAsInt(spare.keycode) != spare.keysym);
        for (Spare spare : spares) {
            spare.keysym = keysymOf.applyAsInt(spare.keycode);
        }
        for (int keycode : free) {
            if (spares.stream().noneMatch(spare -> spare.keycode == keycode)) {
                spares.add(new Spare(keycode));
            }
        }
    }

    /** Whether a key is one of these. */
    boolean has(int keycode) {
        return spares.stream().anyMatch(spare -> spare.keycode == keycode);
    }

    /** How many there are. */
    int size() {
        return spares.size();
    }

    /** Finds a key for a character, and takes it that it is used after the wait; empty = there are no spare keys. */
    Optional<Turn> take(int keysym, long now) {
        Spare best = null;
        for (Spare spare : spares) {
            if (spare.keysym == keysym) {
                spare.used = now;
                spare.everUsed = true;
                return Optional.of(new Turn(spare.keycode, false, 0));
            }
            if (best == null || rest(spare, now) < rest(best, now)) {
                best = spare;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        long wait = best.keysym == NOTHING ? 0 : Math.max(0, rest(best, now));
        best.keysym = keysym;
        best.used = now + wait;
        best.everUsed = true;
        return Optional.of(new Turn(best.keycode, true, wait));
    }

    private static long rest(Spare spare, long now) {
        return spare.everUsed ? spare.used + REST - now : Long.MIN_VALUE;
    }
}
