package io.rustls4j.cli.options;

import io.rustls4j.NamedGroup;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a group's name: the IANA registry's, or the NIST name of a curve. */
public final class NamedGroupConverter implements ITypeConverter<NamedGroup> {
    /** For picocli. */
    public NamedGroupConverter() {}

    @Override
    public NamedGroup convert(String value) {
        return nistCurve(value)
                .or(() -> NamedGroup.named(value))
                .orElseThrow(() -> new TypeConversionException(unknown(value)));
    }

    private static Optional<NamedGroup> nistCurve(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "P-256" -> Optional.of(NamedGroup.SECP256R1);
            case "P-384" -> Optional.of(NamedGroup.SECP384R1);
            case "P-521" -> Optional.of(NamedGroup.SECP521R1);
            default -> Optional.empty();
        };
    }

    private static String unknown(String value) {
        String known =
                NamedGroup.known().stream()
                        .map(NamedGroup::toString)
                        .collect(Collectors.joining(", "));
        return "'" + value + "' is not a key-exchange group; known are " + known;
    }
}
