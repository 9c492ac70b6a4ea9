package io.rustls4j.cli.doctor;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings and booleans as JSON (RFC 8259). */
final class Json {
    private Json() {}

    static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        append(json, value, "\n");
        return json.toString();
    }

    private static void append(StringBuilder json, @Nullable Object value, String lineBreak) {
        switch (value) {
            case null -> json.append("null");
            case Boolean truth -> json.append(truth.booleanValue());
            case Map<?, ?> map -> appendMap(json, map, lineBreak + "  ");
            case List<?> list -> appendList(json, list, lineBreak + "  ");
            default -> appendString(json, value.toString());
        }
    }

    private static void appendMap(StringBuilder json, Map<?, ?> map, String lineBreak) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator).append(lineBreak);
            appendString(json, String.valueOf(entry.getKey()));
            json.append(": ");
            append(json, entry.getValue(), lineBreak);
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : lineBreak.substring(0, lineBreak.length() - 2) + "}");
    }

    private static void appendList(StringBuilder json, List<?> list, String lineBreak) {
        json.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            append(json, values.next(), lineBreak);
            json.append(values.hasNext() ? ", " : "");
        }
        json.append(']');
    }

    private static void appendString(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
