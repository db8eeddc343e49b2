package oriel.desktop.embedded.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oriel.desktop.embedded.toolkit.Backdrop;
import oriel.desktop.embedded.toolkit.Polygon;

/**
 * The house by night: a lit bay window on a dark wall. Flat bands and facets only: it is drawn row by row without Java2D,
 * and it compresses to next to nothing.
 */
public final class NightBackdrop implements Backdrop {

    private static final int[] SKY = {0x0A1C29, 0x0B2130, 0x0C2637, 0x0D2B3D, 0x0F3044, 0x11364A};
    private static final int WALL = 0x0E2635;
    private static final int WALL_EDGE = 0x163444;
    private static final int HILL_FAR = 0x0D2938;
    private static final int HILL_NEAR = 0x0A1F2C;
    private static final int STONE = 0x2A4A59;
    private static final int STONE_SIDE = 0x203E4D;
    private static final int STONE_DARK = 0x183341;
    private static final int MOON = 0xD9E4E2;
    private static final int MOON_SHADE = 0x0B2130;
    private static final int[] FRONT = {0xA97F42, 0xC2924B, 0xD9A757};
    private static final int[] SIDE = {0x7C6239, 0x92713D, 0xA67E42};

    private List<Polygon> shapes = List.of();
    private int height = 1;

    /** Makes a backdrop without a size. */
    public NightBackdrop() {}

    @Override
    public void resized(int width, int newHeight) {
        height = newHeight;
        shapes = new Drawing(width, newHeight).draw();
    }

    @Override
    public void paint(int x, int y, int width, int rows, int[] into, int offset, int stride) {
        for (int row = 0; row < rows; row++) {
            int band = Math.min(SKY.length - 1, (y + row) * SKY.length / height);
            Arrays.fill(into, offset + row * stride, offset + row * stride + width, SKY[band]);
        }
        for (Polygon shape : shapes) {
            shape.paint(x, y, width, rows, into, offset, stride);
        }
    }

    /** The shapes for one size, in the order in which they cover each other. */
    private static final class Drawing {

        private final List<Polygon> shapes = new ArrayList<>();
        private final double width;
        private final double height;
        /** Pixels per unit: the picture is 900 units high. */
        private final double unit;
        /** Where the middle of the bay window stands. */
        private final double centreX;

        private final double centreY;

        Drawing(int width, int height) {
            this.width = width;
            this.height = height;
            unit = 0.8 * Math.min(height / 900.0, width / 1000.0);
            centreX = Math.max(width * 0.72, width - 520 * unit);
            centreY = height / 2.0 - 20 * unit;
        }

        List<Polygon> draw() {
            moon();
            landscape();
            wall();
            roof();
            corbel();
            sidePanes(-1);
            sidePanes(1);
            frontPanes();
            sill();
            return List.copyOf(shapes);
        }

        /** Adds a shape in units from the middle of the window. */
        private void at(int rgb, double... points) {
            double[] pixels = new double[points.length];
            for (int i = 0; i < points.length; i += 2) {
                pixels[i] = centreX + points[i] * unit;
                pixels[i + 1] = centreY + points[i + 1] * unit;
            }
            shapes.add(new Polygon(rgb, pixels));
        }

        /** A crescent: a disc, and most of it covered by one of the sky's colour. */
        private void moon() {
            double radius = 34 * unit;
            double x = width * 0.12;
            double y = height / 6.0 + height / 12.0;
            shapes.add(disc(MOON, x, y, radius));
            shapes.add(disc(MOON_SHADE, x + radius * 0.42, y - radius * 0.28, radius * 0.92));
        }

        private static Polygon disc(int rgb, double x, double y, double radius) {
            int corners = 48;
            double[] points = new double[2 * corners];
            for (int i = 0; i < corners; i++) {
                points[2 * i] = x + radius * Math.cos(2 * Math.PI * i / corners);
                points[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / corners);
            }
            return new Polygon(rgb, points);
        }

        private void landscape() {
            double foot = height;
            shapes.add(new Polygon(
                    HILL_FAR,
                    0,
                    foot - 150 * unit,
                    width * 0.30,
                    foot - 235 * unit,
                    width * 0.75,
                    foot - 110 * unit,
                    width,
                    foot,
                    0,
                    foot));
            shapes.add(new Polygon(
                    HILL_NEAR,
                    0,
                    foot - 40 * unit,
                    width * 0.42,
                    foot - 120 * unit,
                    width,
                    foot - 60 * unit,
                    width,
                    foot,
                    0,
                    foot));
        }

        private void wall() {
            double right = (width - centreX) / unit + 1;
            double bottom = (height - centreY) / unit + 1;
            double top = -centreY / unit - 1;
            at(WALL, -400, top, right, top, right, bottom, -400, bottom);
            at(WALL_EDGE, -400, top, -388, top, -388, bottom, -400, bottom);
            at(WALL_EDGE, -400, -420, right, -420, right, -412, -400, -412);
            at(WALL_EDGE, -400, 430, right, 430, right, 438, -400, 438);
        }

        private void roof() {
            at(STONE_SIDE, -320, -262, -172, -300, -118, -372, -210, -340);
            at(STONE_SIDE, 320, -262, 172, -300, 118, -372, 210, -340);
            at(STONE, -172, -300, 172, -300, 118, -372, -118, -372);
            at(STONE_DARK, -320, -262, -172, -300, -172, -276, -320, -240);
            at(STONE_DARK, 320, -262, 172, -300, 172, -276, 320, -240);
            at(STONE_SIDE, -172, -300, 172, -300, 172, -276, -172, -276);
        }

        private void corbel() {
            at(STONE_DARK, -320, 206, -172, 240, -96, 330, -150, 316);
            at(STONE_DARK, 320, 206, 172, 240, 96, 330, 150, 316);
            at(STONE_SIDE, -172, 240, 172, 240, 96, 330, -96, 330);
            at(STONE_DARK, -96, 330, 96, 330, 30, 384, -30, 384);
        }

        /** Slanting away from the eye: rows of panes between lines that run towards the wall. */
        private void sidePanes(int side) {
            at(STONE_SIDE, 160 * side, -276, 310 * side, -240, 310 * side, 196, 160 * side, 226);
            double[] rows = {0, 0.30, 0.66, 1};
            for (int i = 0; i < 3; i++) {
                double nearTop = lerp(-256, 206, rows[i]) + (i > 0 ? 5 : 0);
                double nearBottom = lerp(-256, 206, rows[i + 1]) - (i < 2 ? 5 : 0);
                double farTop = lerp(-224, 180, rows[i]) + (i > 0 ? 4 : 0);
                double farBottom = lerp(-224, 180, rows[i + 1]) - (i < 2 ? 4 : 0);
                at(SIDE[i], 182 * side, nearTop, 292 * side, farTop, 292 * side, farBottom, 182 * side, nearBottom);
            }
        }

        private void frontPanes() {
            at(STONE, -172, -280, 172, -280, 172, 230, -172, 230);
            double[] rows = {0, 0.30, 0.66, 1};
            for (int i = 0; i < 3; i++) {
                double top = lerp(-258, 208, rows[i]) + (i > 0 ? 6 : 0);
                double bottom = lerp(-258, 208, rows[i + 1]) - (i < 2 ? 6 : 0);
                at(FRONT[i], -152, top, -6, top, -6, bottom, -152, bottom);
                at(FRONT[i], 6, top, 152, top, 152, bottom, 6, bottom);
            }
        }

        private void sill() {
            at(STONE, -186, 222, 186, 222, 186, 244, -186, 244);
            at(STONE_SIDE, -334, 190, -186, 222, -186, 244, -334, 208);
            at(STONE_SIDE, 334, 190, 186, 222, 186, 244, 334, 208);
        }

        private static double lerp(double from, double to, double part) {
            return from + (to - from) * part;
        }
    }
}
