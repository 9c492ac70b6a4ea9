package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.suite.MemcpyMode;
import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private Numbers() {}

    /** Three or four digits that matter, and thousands apart. */
    static String of(double value) {
        double size = Math.abs(value);
        String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }

    /** What a case's name needs besides where copies are made in the other way. */
    static String mode(Comparison comparison) {
        return comparison.memcpy() == MemcpyMode.DEFAULT
                ? ""
                : " (" + comparison.memcpy().label() + ")";
    }

    /** How many times as good. */
    static String ratio(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%.0fx" : "%.2fx", value);
    }
}
