package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLProtocolException;

/** What the JDK's exceptions say about alerts: it has no other way to tell them. */
final class JdkAlerts {
    private static final Pattern SENT = Pattern.compile("^\\(([a-z_]+)\\) ");
    private static final Pattern RECEIVED =
            Pattern.compile("(?:Received fatal alert|received handshake warning): ([a-z_]+)");
    private static final Pattern RECEIVED_UNKNOWN =
            Pattern.compile("Unknown alert description \\((-?\\d+)\\)");

    private JdkAlerts() {}

    /**
     * The alert that the JDK sends with a failure. It stands before the message, except where the
     * JDK passes on an exception that it caught on its outermost level.
     */
    static AlertDescription sent(Throwable failure) {
        Matcher prefix = SENT.matcher(message(failure));
        Optional<AlertDescription> named =
                prefix.find() ? named(prefix.group(1)) : Optional.empty();
        return named.orElse(
                failure instanceof SSLProtocolException
                        ? AlertDescription.UNEXPECTED_MESSAGE
                        : AlertDescription.INTERNAL_ERROR);
    }

    /** The alert that the peer has sent, if that is the failure. */
    static Optional<AlertDescription> received(Throwable failure) {
        String message = message(failure);
        Matcher known = RECEIVED.matcher(message);
        if (known.find()) {
            return Optional.of(named(known.group(1)).orElse(AlertDescription.UNKNOWN));
        }
        Matcher unknown = RECEIVED_UNKNOWN.matcher(message);
        if (unknown.find()) {
            int code = Integer.parseInt(unknown.group(1)) & 0xff;
            return Optional.of(AlertDescription.of(code).orElse(AlertDescription.UNKNOWN));
        }
        return message.contains("Received fatal close_notify alert")
                ? Optional.of(AlertDescription.USER_CANCELED)
                : Optional.empty();
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Optional<AlertDescription> named(String name) {
        String constant =
                name.equals("unrecognized_name")
                        ? "UNRECOGNISED_NAME"
                        : name.toUpperCase(Locale.ROOT);
        for (AlertDescription alert : AlertDescription.values()) {
            if (alert.name().equals(constant)) {
                return Optional.of(alert);
            }
        }
        return Optional.empty();
    }
}
