package oriel.desktop.embedded.windows;

import java.awt.Graphics2D;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Scenery;

/** The layers of the desktop, from the windows up to the message boxes, and who of them gets the input. */
final class DesktopScenery implements Scenery {

    private final WindowManager windows;
    private final TaskBar bar;
    private final StartMenu menu;
    private final Switcher switcher;
    private final Dialogs dialogs;
    private final Runnable toggleMenu;
    private boolean barGrabbed;
    private boolean dialogGrabbed;

    DesktopScenery(
            WindowManager windows,
            TaskBar bar,
            StartMenu menu,
            Switcher switcher,
            Dialogs dialogs,
            Runnable toggleMenu) {
        this.windows = windows;
        this.bar = bar;
        this.menu = menu;
        this.switcher = switcher;
        this.dialogs = dialogs;
        this.toggleMenu = toggleMenu;
    }

    @Override
    public void resized(int width, int height) {
        windows.room(width, height - TaskBar.HEIGHT);
        bar.place(width, height);
        menu.place(height);
        switcher.place(width, height);
        dialogs.place(width, height);
    }

    @Override
    public void paint(Graphics2D g) {
        windows.paint(g);
        bar.paint(g);
        menu.paint(g);
        switcher.paint(g);
        dialogs.paint(g);
    }

    @Override
    public void keyPressed(KeyPress press) {
        if (dialogs.isOpen()) {
            dialogs.keyPressed(press);
        } else if (switcher.isOpen()) {
            switcherKey(press);
        } else if (isStep(press)) {
            closeMenu();
            switcher.step(windows.byHeight(), press.modifiers().shift());
        } else if (press.is(Key.ESCAPE, Modifiers.CTRL)) {
            toggleMenu.run();
        } else if (menu.isOpen()) {
            menu.keyPressed(press);
            shareFocus();
        } else if (press.is(Key.F4, Modifiers.ALT)) {
            Window active = windows.active();
            if (active != null) {
                windows.askToClose(active);
            }
        } else {
            windows.keyPressed(press);
        }
    }

    /** Alt+Tab; and Ctrl+Tab, since many clients keep Alt+Tab for themselves. */
    private static boolean isStep(KeyPress press) {
        Modifiers held = press.modifiers();
        return press.key() == Key.TAB && held.alt() != held.ctrl() && !held.meta();
    }

    private void switcherKey(KeyPress press) {
        switch (press.key()) {
            case TAB, DOWN, RIGHT ->
                switcher.step(windows.byHeight(), press.modifiers().shift());
            case UP, LEFT -> switcher.step(windows.byHeight(), true);
            case ESCAPE -> switcher.finish();
            default -> {
                // other keys wait until the choice is made
            }
        }
    }

    @Override
    public void modifiersChanged(Modifiers modifiers) {
        if (switcher.isOpen() && !modifiers.alt() && !modifiers.ctrl()) {
            switcher.finish().ifPresent(windows::activate);
        }
    }

    @Override
    public void logoKey() {
        if (!dialogs.isOpen()) {
            toggleMenu.run();
        }
    }

    void closeMenu() {
        if (menu.isOpen()) {
            menu.hide();
            shareFocus();
        }
    }

    /** The windows have the keyboard unless something above them has. */
    void shareFocus() {
        bar.menuOpen(menu.isOpen());
        windows.focused(!menu.isOpen() && !dialogs.isOpen());
    }

    @Override
    public void pointer(PointerEvent event) {
        DialogBox box = dialogs.shown();
        if (event.action() == Action.RELEASED && (barGrabbed || dialogGrabbed)) {
            barGrabbed = false;
            dialogGrabbed = false;
            if (box != null) {
                box.pointer(event);
            }
        } else if (windows.grabbed()) {
            windows.pointer(event);
        } else if (box != null) {
            dialogGrabbed = event.action() == Action.PRESSED || dialogGrabbed;
            windows.pointerLeft();
            box.pointer(event);
        } else if (menu.contains(event.x(), event.y()) && event.action() != Action.LEFT) {
            windows.pointerLeft();
            menu.pointer(event);
            shareFocus();
        } else if (event.action() == Action.PRESSED && menu.isOpen() && !bar.contains(event.y())) {
            closeMenu();
        } else {
            underTheMenu(event);
        }
    }

    private void underTheMenu(PointerEvent event) {
        boolean onBar = bar.contains(event.y()) || event.action() == Action.LEFT;
        bar.pointer(event);
        if (onBar) {
            barGrabbed = event.action() == Action.PRESSED;
            windows.pointerLeft();
        } else {
            windows.pointer(event);
        }
    }

    @Override
    public PointerShape pointerShape(int x, int y) {
        DialogBox box = dialogs.shown();
        if (windows.grabbed()) {
            return windows.pointerShape(x, y);
        }
        if (box != null) {
            return box.pointerShape(x, y);
        }
        boolean above = bar.contains(y) || menu.contains(x, y);
        return above ? PointerShape.ARROW : windows.pointerShape(x, y);
    }
}
