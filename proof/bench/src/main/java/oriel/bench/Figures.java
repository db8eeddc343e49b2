package oriel.bench;

import java.util.Arrays;

/** Figures of several runs, quoted by their median. */
final class Figures {

    private Figures() {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
