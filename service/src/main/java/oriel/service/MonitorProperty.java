package oriel.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;

/** Reads {@link Property#ORIEL_MONITOR_LAYOUT}: eight numbers for each monitor. */
final class MonitorProperty {

    private static final int NUMBERS = 8;

    private MonitorProperty() {}

    /** The layout, measured from its left upper corner; empty = none that makes sense. */
    static Optional<MonitorLayout> read(List<PropertyValue> values) {
        if (values.isEmpty() || values.size() % NUMBERS != 0 || values.size() > NUMBERS * MonitorLayout.MOST) {
            return Optional.empty();
        }
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        for (int i = 0; i < values.size(); i += NUMBERS) {
            left = Math.min(left, number(values, i));
            top = Math.min(top, number(values, i + 1));
        }
        var monitors = new ArrayList<Monitor>();
        try {
            for (int i = 0; i < values.size(); i += NUMBERS) {
                monitors.add(new Monitor(
                        Math.subtractExact(number(values, i), left),
                        Math.subtractExact(number(values, i + 1), top),
                        number(values, i + 2),
                        number(values, i + 3),
                        number(values, i + 4) != 0,
                        number(values, i + 5),
                        number(values, i + 6),
                        number(values, i + 7)));
            }
            return Optional.of(new MonitorLayout(monitors));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty(); // the size that GetClientData told holds
        }
    }

    /** What is left of or above the primary monitor is negative, and comes as its 32-bit complement. */
    private static int number(List<PropertyValue> values, int index) {
        return values.get(index) instanceof PropertyValue.Unsigned(long value) ? (int) value : -1;
    }
}
