package io.rustls4j.jsse.parameters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;

/**
 * Names of servers, to ask for and to match. Null in the JDK's parameters leaves as it is what was
 * set before; an empty list is a wish of its own: no extension, no matching. Immutable.
 *
 * @param names what a client asks for, if anything was set
 * @param matchers what a server answers to, if anything was set
 */
record ServerNames(Optional<List<SNIServerName>> names, Optional<Collection<SNIMatcher>> matchers) {
    static final ServerNames UNSET = new ServerNames(Optional.empty(), Optional.empty());

    ServerNames withDefault(List<SNIServerName> usual) {
        return names.isPresent() || usual.isEmpty()
                ? this
                : new ServerNames(Optional.of(List.copyOf(usual)), matchers);
    }

    ServerNames updatedBy(SSLParameters given) {
        List<SNIServerName> newNames = given.getServerNames();
        Collection<SNIMatcher> newMatchers = given.getSNIMatchers();
        return newNames == null && newMatchers == null
                ? this
                : new ServerNames(
                        newNames == null ? names : Optional.of(newNames),
                        newMatchers == null ? matchers : Optional.of(newMatchers));
    }

    void copyTo(SSLParameters target) {
        if (names.isPresent()) {
            target.setServerNames(names.get());
        }
        if (matchers.isPresent()) {
            target.setSNIMatchers(matchers.get());
        }
    }
}
