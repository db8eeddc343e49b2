package oriel.desktop.embedded.windows;

import oriel.desktop.embedded.toolkit.ContentHost;
import oriel.desktop.embedded.toolkit.Stage;

/** What contents see of their windows. */
final class ContentHosts {

    /** What windows share. */
    interface Surroundings {
        String clipboard();

        void clipboard(String text);

        void tell(String message, Object... arguments);
    }

    private static final int LONGEST_TITLE = 200;

    private final Stage stage;
    private final WindowManager manager;
    private final Surroundings surroundings;

    ContentHosts(Stage stage, WindowManager manager, Surroundings surroundings) {
        this.stage = stage;
        this.manager = manager;
        this.surroundings = surroundings;
    }

    ContentHost hostFor(Window window) {
        return new Host(window);
    }

    private final class Host implements ContentHost {

        private final Window window;

        Host(Window window) {
            this.window = window;
        }

        @Override
        public void update(Runnable change) {
            stage.update(() -> {
                if (window.isOpen()) {
                    change.run();
                }
            });
        }

        @Override
        public void repaint(int x, int y, int width, int height) {
            update(() -> {
                if (!window.minimised()) {
                    int left = Math.max(0, x);
                    int top = Math.max(0, y);
                    int right = Math.min(x + width, window.contentWidth());
                    int bottom = Math.min(y + height, window.contentHeight());
                    stage.damage()
                            .repaint(window.contentX() + left, window.contentY() + top, right - left, bottom - top);
                }
            });
        }

        @Override
        public void repaint() {
            update(() -> repaint(0, 0, window.contentWidth(), window.contentHeight()));
        }

        @Override
        public void title(String title) {
            update(() -> {
                String line = title.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .limit(LONGEST_TITLE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                if (!line.equals(window.title())) {
                    window.title(line);
                    manager.titleChanged(window);
                }
            });
        }

        @Override
        public void pointerShapeChanged() {
            // the stage asks for the shape after every update
            update(() -> {});
        }

        @Override
        public void bell(int hertz, int milliseconds) {
            stage.bell(hertz, milliseconds);
        }

        @Override
        public void tell(String message, Object... arguments) {
            update(() -> surroundings.tell(message, arguments));
        }

        @Override
        public void close() {
            update(() -> manager.close(window));
        }

        @Override
        public String clipboard() {
            String[] text = {""};
            stage.update(() -> text[0] = surroundings.clipboard());
            return text[0];
        }

        @Override
        public void clipboard(String text) {
            update(() -> surroundings.clipboard(text));
        }
    }
}
