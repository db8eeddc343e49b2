package oriel.desktop.embedded.font;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A program of its own that draws a word and says how many pixels it inked. */
final class DrawText {
    private DrawText() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            FontFiles.use(Path.of(arguments[0]));
        }
        BufferedImage image = new BufferedImage(100, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.setFont(Face.REGULAR.at(20));
        g.drawString("Oriel", 10, 22);
        g.dispose();
        int inked = 0;
        for (int pixel : image.getRGB(0, 0, 100, 30, null, 0, 100)) {
            inked += (pixel & 0xFF) != 0 ? 1 : 0;
        }
        System.out.println("inked " + inked);
    }
}
