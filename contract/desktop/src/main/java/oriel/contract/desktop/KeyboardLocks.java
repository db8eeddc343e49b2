package oriel.contract.desktop;

/**
 * How the lock keys of a keyboard stand.
 *
 * @param scroll whether Scroll Lock is on
 * @param num    whether Num Lock is on
 * @param caps   whether Caps Lock is on
 * @param kana   whether Kana Lock is on
 */
public record KeyboardLocks(boolean scroll, boolean num, boolean caps, boolean kana) {}
