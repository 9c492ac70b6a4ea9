package io.rustls4j.tcnative.context;

import io.rustls4j.NamedGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The key-exchange groups in OpenSSL's names and numbers. */
public final class GroupNames {
    private static final List<Named> NAMED =
            List.of(
                    new Named(
                            NamedGroup.X25519MLKEM768,
                            "X25519MLKEM768",
                            List.of(),
                            OptionalInt.of(965)),
                    new Named(NamedGroup.X25519, "X25519", List.of(), OptionalInt.of(948)),
                    new Named(
                            NamedGroup.SECP256R1,
                            "P-256",
                            List.of("prime256v1"),
                            OptionalInt.of(415)),
                    new Named(NamedGroup.SECP384R1, "P-384", List.of(), OptionalInt.of(715)),
                    new Named(NamedGroup.SECP521R1, "P-521", List.of(), OptionalInt.of(716)),
                    new Named(NamedGroup.MLKEM1024, "MLKEM1024", List.of(), OptionalInt.of(966)));

    /** A group, its name, more names than the registry's, and OpenSSL's number for the object. */
    private record Named(NamedGroup group, String name, List<String> aliases, OptionalInt nid) {
        boolean is(String word) {
            return name.equalsIgnoreCase(word)
                    || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(word));
        }
    }

    private GroupNames() {}

    /**
     * OpenSSL's name for a group.
     *
     * @param group the group
     * @return such as {@code P-256}; the IANA name where there is no other
     */
    public static String openSslName(NamedGroup group) {
        for (Named named : NAMED) {
            if (named.group.equals(group)) {
                return named.name;
            }
        }
        return group.toString();
    }

    /**
     * Reads a list of groups ({@code SSL_set1_curves_list}). Names that are not known are passed
     * over, as Java does; rustls may still not have all that are.
     *
     * @param list OpenSSL's or IANA's names, with colons between them, in any case
     * @return the groups in the list's order, each once; perhaps none
     */
    public static List<NamedGroup> parse(String list) {
        Set<NamedGroup> groups = new LinkedHashSet<>();
        for (String name : list.split(":", -1)) {
            named(name.strip()).ifPresent(groups::add);
        }
        return new ArrayList<>(groups);
    }

    /**
     * Reads a list of groups by OpenSSL's numbers for objects ({@code SSL_set1_curves}). Numbers
     * that are not known are passed over.
     *
     * @param nids the numbers
     * @return the groups in the list's order, each once; perhaps none
     */
    public static List<NamedGroup> ofNids(int[] nids) {
        Set<NamedGroup> groups = new LinkedHashSet<>();
        for (int nid : nids) {
            for (Named named : NAMED) {
                if (named.nid.equals(OptionalInt.of(nid))) {
                    groups.add(named.group);
                }
            }
        }
        return new ArrayList<>(groups);
    }

    private static Optional<NamedGroup> named(String word) {
        for (Named named : NAMED) {
            if (named.is(word)) {
                return Optional.of(named.group);
            }
        }
        return NamedGroup.named(word);
    }
}
