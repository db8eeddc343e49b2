package oriel.desktop.embedded.terminal;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * Draws the characters that must fill their cell exactly, so that lines join from cell to cell whatever the font: box
 * drawing (U+2500 … U+257F), block elements (U+2580 … U+259F) and Braille patterns (U+2800 … U+28FF). Everything is made
 * of whole pixels and fixed shades: the same cell always looks the same.
 */
final class BoxPainter {

    private static final int LIGHT = 1;
    private static final int HEAVY = 2;
    private static final int DOUBLE = 3;

    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int UP = 2;
    private static final int DOWN = 3;

    /** Weights of the arms to the left, right, up and down of U+2500 …, 0 = none; dashes, arcs and diagonals have none. */
    private static final String ARMS = ""
            + "1100 2200 0011 0022 0000 0000 0000 0000 "
            + "0000 0000 0000 0000 0101 0201 0102 0202 "
            + "1001 2001 1002 2002 0110 0210 0120 0220 "
            + "1010 2010 1020 2020 0111 0211 0121 0112 "
            + "0122 0221 0212 0222 1011 2011 1021 1012 "
            + "1022 2021 2012 2022 1101 2101 1201 2201 "
            + "1102 2102 1202 2202 1110 2110 1210 2210 "
            + "1120 2120 1220 2220 1111 2111 1211 2211 "
            + "1121 1112 1122 2121 1221 2112 1212 2221 "
            + "2212 2122 1222 2222 0000 0000 0000 0000 "
            + "3300 0033 0301 0103 0303 3001 1003 3003 "
            + "0310 0130 0330 3010 1030 3030 0311 0133 "
            + "0333 3011 1033 3033 3301 1103 3303 3310 "
            + "1130 3330 3311 1133 3333 0000 0000 0000 "
            + "0000 0000 0000 0000 1000 0010 0100 0001 "
            + "2000 0020 0200 0002 1200 0012 2100 0021 ";

    /** Combining dots of a Braille pattern in the order of its bits: column + 2 × row. */
    private static final int[] DOTS = {0, 2, 4, 1, 3, 5, 6, 7};

    /** Quarters of U+2596 … U+259F: bits upper left, upper right, lower left, lower right. */
    private static final int[] QUARTERS = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

    private static final int SHADE = 64;

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final int light;

    private int x;
    private int y;

    BoxPainter(Graphics2D g, int width, int height) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.light = Math.max(1, width / 8);
    }

    static boolean draws(int c) {
        return (c >= 0x2500 && c <= 0x259F) || (c >= 0x2800 && c <= 0x28FF);
    }

    /** Draws a character with its cell's upper left corner at a place, in the present colour. */
    void draw(int c, int left, int top) {
        x = left;
        y = top;
        if (c >= 0x2800) {
            braille(c - 0x2800);
        } else if (c >= 0x2580) {
            block(c);
        } else if (c >= 0x256D && c <= 0x2570) {
            arc(c);
        } else if (c >= 0x2571 && c <= 0x2573) {
            diagonals(c);
        } else if (dashes(c) > 0) {
            dashed(c, dashes(c));
        } else {
            arms((c - 0x2500) * 5);
        }
    }

    private void fill(int left, int top, int right, int bottom) {
        if (right > left && bottom > top) {
            g.fillRect(x + left, y + top, right - left, bottom - top);
        }
    }

    // lines

    private int thickness(int weight) {
        return weight == HEAVY ? light + 2 : light;
    }

    private int centreX(int thickness) {
        return (width - thickness) / 2;
    }

    private int centreY(int thickness) {
        return (height - thickness) / 2;
    }

    private void arms(int at) {
        var weight = new int[4];
        for (int arm = 0; arm < 4; arm++) {
            weight[arm] = ARMS.charAt(at + arm) - '0';
        }
        horizontal(weight, LEFT);
        horizontal(weight, RIGHT);
        vertical(weight, UP);
        vertical(weight, DOWN);
    }

    private void horizontal(int[] weight, int arm) {
        int w = weight[arm];
        if (w == 0) {
            return;
        }
        if (w == DOUBLE) {
            int gap = light + 1;
            int middle = centreY(light);
            across(arm, middle - gap, light, reach(weight, UP, DOWN, arm, true));
            across(arm, middle + gap, light, reach(weight, DOWN, UP, arm, true));
        } else {
            int t = thickness(w);
            across(arm, centreY(t), t, reach(weight, UP, DOWN, arm, false));
        }
    }

    private void across(int arm, int top, int thickness, int reach) {
        if (arm == LEFT) {
            fill(0, top, centreX(light) + light + reach, top + thickness);
        } else {
            fill(centreX(light) - reach, top, width, top + thickness);
        }
    }

    private void vertical(int[] weight, int arm) {
        int w = weight[arm];
        if (w == 0) {
            return;
        }
        if (w == DOUBLE) {
            int gap = light + 1;
            int middle = centreX(light);
            along(arm, middle - gap, light, reach(weight, LEFT, RIGHT, arm, true));
            along(arm, middle + gap, light, reach(weight, RIGHT, LEFT, arm, true));
        } else {
            int t = thickness(w);
            along(arm, centreX(t), t, reach(weight, LEFT, RIGHT, arm, false));
        }
    }

    private void along(int arm, int left, int thickness, int reach) {
        if (arm == UP) {
            fill(left, 0, left + thickness, centreY(light) + light + reach);
        } else {
            fill(left, centreY(light) - reach, left + thickness, height);
        }
    }

    /**
     * How far a line reaches beyond the centre line (negative: ends short of it), so that corners are closed and the inside
     * of double lines stays open.
     *
     * @param near the crossing arm on the side of this line, for one of a pair; else either crossing arm
     * @param far  the opposite crossing arm
     */
    private int reach(int[] weight, int near, int far, int arm, boolean ofPair) {
        int gap = light + 1;
        boolean nearDouble = weight[near] == DOUBLE;
        boolean farDouble = weight[far] == DOUBLE;
        if (ofPair) {
            return nearDouble ? -gap : farDouble || opposite(weight, arm) == DOUBLE ? gap : 0;
        }
        if (nearDouble || farDouble) {
            return nearDouble && farDouble ? (opposite(weight, arm) == 0 ? -gap : gap) : gap;
        }
        boolean heavy = weight[near] == HEAVY || weight[far] == HEAVY;
        return heavy ? 1 : 0;
    }

    private static int opposite(int[] weight, int arm) {
        return weight[arm ^ 1];
    }

    // dashes

    private static int dashes(int c) {
        if (c >= 0x2504 && c <= 0x2507) {
            return 3;
        }
        if (c >= 0x2508 && c <= 0x250B) {
            return 4;
        }
        return c >= 0x254C && c <= 0x254F ? 2 : 0;
    }

    private void dashed(int c, int count) {
        int t = thickness((c & 1) == 0 ? LIGHT : HEAVY);
        boolean upright = (c & 2) != 0;
        int length = upright ? height : width;
        for (int i = 0; i < count; i++) {
            int from = i * length / count;
            int to = (i + 1) * length / count - Math.max(1, length / count / 3);
            if (upright) {
                fill(centreX(t), from, centreX(t) + t, to);
            } else {
                fill(from, centreY(t), to, centreY(t) + t);
            }
        }
    }

    // round corners and diagonals: each pixel shaded by its distance from the line

    private void arc(int c) {
        boolean right = c == 0x256D || c == 0x2570;
        boolean down = c == 0x256D || c == 0x256E;
        double cx = centreX(light) + light / 2.0;
        double cy = centreY(light) + light / 2.0;
        double radius = Math.min(width - cx, height - cy);
        double ox = right ? cx + radius : cx - radius;
        double oy = down ? cy + radius : cy - radius;
        int edgeX = (int) Math.round(ox);
        int edgeY = (int) Math.round(oy);
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                boolean inside = (right ? px < edgeX : px >= edgeX) && (down ? py < edgeY : py >= edgeY);
                if (inside) {
                    shade(px, py, Math.abs(Math.hypot(px + 0.5 - ox, py + 0.5 - oy) - radius));
                }
            }
        }
        fill(right ? edgeX : 0, centreY(light), right ? width : edgeX, centreY(light) + light);
        fill(centreX(light), down ? edgeY : 0, centreX(light) + light, down ? height : edgeY);
    }

    private void diagonals(int c) {
        double length = Math.hypot(width, height);
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                double dx = px + 0.5;
                double dy = py + 0.5;
                double falling = Math.abs(dx * height - dy * width) / length;
                double rising = Math.abs(dx * height + dy * width - (double) width * height) / length;
                shade(px, py, c == 0x2571 ? rising : c == 0x2572 ? falling : Math.min(rising, falling));
            }
        }
    }

    private void shade(int px, int py, double distance) {
        double coverage = Math.clamp(light / 2.0 + 0.5 - distance, 0.0, 1.0);
        if (coverage > 0) {
            Color full = g.getColor();
            g.setColor(new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(255 * coverage)));
            fill(px, py, px + 1, py + 1);
            g.setColor(full);
        }
    }

    // blocks

    private void block(int c) {
        if (c == 0x2580) {
            fill(0, 0, width, half(height));
        } else if (c <= 0x2588) {
            fill(0, height - (c - 0x2580) * height / 8, width, height);
        } else if (c <= 0x258F) {
            fill(0, 0, Math.max(1, (0x2590 - c) * width / 8), height);
        } else if (c == 0x2590) {
            fill(half(width), 0, width, height);
        } else if (c <= 0x2593) {
            Color full = g.getColor();
            int alpha = (c - 0x2590) * SHADE;
            g.setColor(new Color(full.getRed(), full.getGreen(), full.getBlue(), alpha));
            fill(0, 0, width, height);
            g.setColor(full);
        } else if (c == 0x2594) {
            fill(0, 0, width, Math.max(1, height / 8));
        } else if (c == 0x2595) {
            fill(width - Math.max(1, width / 8), 0, width, height);
        } else {
            quarters(QUARTERS[c - 0x2596]);
        }
    }

    private static int half(int length) {
        return (length + 1) / 2;
    }

    private void quarters(int bits) {
        for (int i = 0; i < 4; i++) {
            if ((bits & 1 << i) != 0) {
                boolean right = (i & 1) != 0;
                boolean lower = i >= 2;
                fill(
                        right ? half(width) : 0,
                        lower ? half(height) : 0,
                        right ? width : half(width),
                        lower ? height : half(height));
            }
        }
    }

    private void braille(int bits) {
        int size = Math.max(1, Math.min(width / 4, height / 6));
        for (int i = 0; i < 8; i++) {
            if ((bits & 1 << i) != 0) {
                int px = (2 * (DOTS[i] & 1) + 1) * width / 4 - size / 2;
                int py = (2 * (DOTS[i] >> 1) + 1) * height / 8 - size / 2;
                fill(px, py, px + size, py + size);
            }
        }
    }
}
