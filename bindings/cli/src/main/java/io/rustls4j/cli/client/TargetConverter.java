package io.rustls4j.cli.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST[:PORT]}. */
final class TargetConverter implements ITypeConverter<Target> {
    private static final int HTTPS = 443;
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]+)](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]\\s/]+)(?::(\\d{1,5}))?");
    private static final Pattern BARE_IPV6 =
            Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*)()");

    @Override
    public Target convert(String value) {
        for (Pattern pattern : new Pattern[] {BRACKETED, PLAIN, BARE_IPV6}) {
            Matcher matcher = pattern.matcher(value);
            if (matcher.matches()) {
                return new Target(matcher.group(1), port(value, matcher.group(2)));
            }
        }
        throw wrong(value);
    }

    private static int port(String value, String digits) {
        if (digits == null || digits.isEmpty()) {
            return HTTPS;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw wrong(value);
        }
        return port;
    }

    private static TypeConversionException wrong(String value) {
        return new TypeConversionException(
                "'"
                        + value
                        + "' is not HOST[:PORT]; wanted is something like example.org:443 or [::1]:443");
    }
}
