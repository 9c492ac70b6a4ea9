package io.rustls4j.cli.options;

import io.rustls4j.CipherSuite;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a cipher suite's name. */
public final class CipherSuiteConverter implements ITypeConverter<CipherSuite> {
    /** For picocli. */
    public CipherSuiteConverter() {}

    @Override
    public CipherSuite convert(String value) {
        return CipherSuite.named(value)
                .orElseThrow(() -> new TypeConversionException(unknown(value)));
    }

    private static String unknown(String value) {
        String known =
                CipherSuite.known().stream()
                        .map(CipherSuite::toString)
                        .collect(Collectors.joining(", "));
        return "'" + value + "' is not a cipher suite that rustls has; it has " + known;
    }
}
