package io.rustls4j.cli.options;

import io.rustls4j.ProtocolVersion;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a protocol version. */
public final class ProtocolVersionConverter implements ITypeConverter<ProtocolVersion> {
    /** For picocli. */
    public ProtocolVersionConverter() {}

    @Override
    public ProtocolVersion convert(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "tlsv1.2", "tls1.2", "1.2" -> ProtocolVersion.TLSV1_2;
            case "tlsv1.3", "tls1.3", "1.3" -> ProtocolVersion.TLSV1_3;
            default ->
                    throw new TypeConversionException(
                            "'"
                                    + value
                                    + "' is not a version that rustls speaks; wanted is TLSv1.2 or TLSv1.3");
        };
    }
}
