package io.rustls4j.tcnative;

import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import java.util.List;
import java.util.function.Function;

/** Key-exchange groups as Netty sets them, for a context or one connection. */
final class Groups {
    private static final List<NamedGroup> SUPPORTED =
            CryptoProvider.supportedKxGroups(EngineKind.RUSTLS);

    private Groups() {}

    /** Where settings are read and changed. */
    @FunctionalInterface
    interface Access {
        boolean apply(Function<Settings, Boolean> change);
    }

    /** What rustls does not have is passed over; if nothing is left, nothing is set. */
    static boolean set(Access settings, List<NamedGroup> groups) {
        List<NamedGroup> usable = groups.stream().filter(SUPPORTED::contains).toList();
        if (usable.isEmpty()) {
            ErrorQueue.push(OpenSslError.UNSUPPORTED_ELLIPTIC_CURVE);
            return false;
        }
        return settings.apply(
                own -> {
                    own.setGroups(usable);
                    return true;
                });
    }
}
