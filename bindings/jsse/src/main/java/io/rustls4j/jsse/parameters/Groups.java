package io.rustls4j.jsse.parameters;

import io.rustls4j.NamedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The groups of rustls, and the names of those that the JDK has besides. */
final class Groups {
    private static final List<Group> ALL =
            List.of(
                    new Group(
                            NamedGroup.X25519MLKEM768,
                            "X25519MLKEM768",
                            "KEM",
                            0,
                            Set.of("x25519", "XDH", "ML-KEM", "ML-KEM-768")),
                    new Group(NamedGroup.X25519, "x25519", "XDH", 0, Set.of()),
                    new Group(NamedGroup.SECP256R1, "secp256r1", "EC", 256, Set.of()),
                    new Group(NamedGroup.SECP384R1, "secp384r1", "EC", 384, Set.of()),
                    new Group(
                            NamedGroup.SECP256R1MLKEM768,
                            "SecP256r1MLKEM768",
                            "KEM",
                            256,
                            Set.of("secp256r1", "EC", "ML-KEM", "ML-KEM-768")),
                    new Group(
                            NamedGroup.MLKEM768,
                            "MLKEM768",
                            "KEM",
                            0,
                            Set.of("ML-KEM", "ML-KEM-768")),
                    new Group(
                            NamedGroup.MLKEM1024,
                            "MLKEM1024",
                            "KEM",
                            0,
                            Set.of("ML-KEM", "ML-KEM-1024")));

    /** In rustls's order of preference. */
    private static final List<String> DEFAULTS =
            List.of("X25519MLKEM768", "x25519", "secp256r1", "secp384r1");

    private static final Set<String> ONLY_IN_JDK =
            Set.of(
                    "sect163k1",
                    "sect163r1",
                    "sect163r2",
                    "sect193r1",
                    "sect193r2",
                    "sect233k1",
                    "sect233r1",
                    "sect239k1",
                    "sect283k1",
                    "sect283r1",
                    "sect409k1",
                    "sect409r1",
                    "sect571k1",
                    "sect571r1",
                    "secp160k1",
                    "secp160r1",
                    "secp160r2",
                    "secp192k1",
                    "secp192r1",
                    "secp224k1",
                    "secp224r1",
                    "secp256k1",
                    "secp521r1",
                    "x448",
                    "ffdhe2048",
                    "ffdhe3072",
                    "ffdhe4096",
                    "ffdhe6144",
                    "ffdhe8192");

    private Groups() {}

    static List<Group> all() {
        return ALL;
    }

    /** Of all of them. */
    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.size());
        for (Group group : ALL) {
            names.add(group.name());
        }
        return names;
    }

    static List<String> defaults() {
        return DEFAULTS;
    }

    static Optional<Group> named(String name) {
        for (Group group : ALL) {
            if (group.name().equalsIgnoreCase(name)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The name as JSSE writes it, of a group that rustls or the JDK has. */
    static Optional<String> canonicalName(String name) {
        Optional<Group> ours = named(name);
        if (ours.isPresent()) {
            return Optional.of(ours.get().name());
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return ONLY_IN_JDK.contains(lower) ? Optional.of(lower) : Optional.empty();
    }
}
