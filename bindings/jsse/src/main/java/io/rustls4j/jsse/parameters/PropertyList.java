package io.rustls4j.jsse.parameters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way the JDK's properties write lists: commas between, and perhaps quotes around all of it.
 */
public final class PropertyList {
    private PropertyList() {}

    /** The elements, trimmed; one that is empty stays, since not every property may have it. */
    public static List<String> of(@Nullable String property) {
        if (property == null || property.isEmpty()) {
            return List.of();
        }
        String bare = unquoted(property);
        if (bare.isEmpty()) {
            return List.of();
        }
        List<String> elements = new ArrayList<>();
        for (String element : bare.split(",")) {
            elements.add(element.trim());
        }
        return List.copyOf(elements);
    }

    /** The elements that are not empty. */
    static List<String> withoutGaps(@Nullable String property) {
        List<String> elements = new ArrayList<>();
        for (String element : of(property)) {
            if (!element.isEmpty()) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    private static String unquoted(String property) {
        return property.length() > 1 && property.startsWith("\"") && property.endsWith("\"")
                ? property.substring(1, property.length() - 1)
                : property;
    }
}
