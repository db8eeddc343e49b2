package oriel.desktop.embedded.toolkit;

import java.awt.Color;

/** The colours of the house: a bay window at night. Few and flat, so that pictures of it compress well. */
public final class Palette {

    /** Darkest part of the night: panels, menus. */
    public static final Color NIGHT = new Color(0x0B2230);

    /** A line on {@link #NIGHT}. */
    public static final Color NIGHT_LINE = new Color(0x1C3C4D);

    /** Something raised from {@link #NIGHT}, as under the pointer. */
    public static final Color NIGHT_RAISED = new Color(0x173A4B);

    /** Text on dark ground. */
    public static final Color SNOW = new Color(0xF3F8FA);

    /** Text of less weight on dark ground. */
    public static final Color MIST = new Color(0x9DB7C3);

    /** Ground of cards, dialogs and light windows. */
    public static final Color PAPER = new Color(0xFBFCFD);

    /** Ground that steps back from {@link #PAPER}. */
    public static final Color PAPER_SHADE = new Color(0xEFF4F6);

    /** A line on paper. */
    public static final Color PAPER_LINE = new Color(0xD5E0E5);

    /** Border of a field on paper. */
    public static final Color FIELD_LINE = new Color(0x9FB4BF);

    /** Text on paper. */
    public static final Color INK = new Color(0x10303F);

    /** Text of less weight on paper. */
    public static final Color INK_SOFT = new Color(0x597583);

    /** The accent: buttons, focus, links. */
    public static final Color TEAL = new Color(0x0B7A86);

    /** The accent under the pointer. */
    public static final Color TEAL_LIGHT = new Color(0x0F8F9C);

    /** The accent pressed. */
    public static final Color TEAL_DEEP = new Color(0x08606A);

    /** A tint of the accent on paper: selected rows, selected text. */
    public static final Color TEAL_TINT = new Color(0xCFE9EB);

    /** The lit window: small highlights on dark ground. */
    public static final Color AMBER = new Color(0xF5B95C);

    /** Amber dark enough for text on paper. */
    public static final Color AMBER_DEEP = new Color(0x8A5A08);

    /** Ground of a warning on paper. */
    public static final Color AMBER_TINT = new Color(0xFDF1DA);

    /** Errors and what cannot be taken back. */
    public static final Color RED = new Color(0xB3362B);

    /** Red under the pointer. */
    public static final Color RED_LIGHT = new Color(0xCB463A);

    /** Ground of an error on paper. */
    public static final Color RED_TINT = new Color(0xFBE9E7);

    /** Things that are well. */
    public static final Color GREEN = new Color(0x3FA672);

    private Palette() {}
}
