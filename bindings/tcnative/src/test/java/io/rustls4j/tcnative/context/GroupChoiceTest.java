package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.NamedGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which group a server takes whose own order counts. */
class GroupChoiceTest {
    private static final Optional<List<NamedGroup>> OWN =
            Optional.of(
                    List.of(NamedGroup.X25519MLKEM768, NamedGroup.SECP384R1, NamedGroup.SECP256R1));

    @Test
    void theFirstOfItsOwnThatTheClientHas() {
        List<NamedGroup> peer = List.of(NamedGroup.SECP256R1, NamedGroup.SECP384R1);
        assertThat(GroupChoice.of(OWN, peer, true)).hasValue(List.of(NamedGroup.SECP384R1));
        assertThat(GroupChoice.of(OWN, peer, false)).hasValue(List.of(NamedGroup.SECP384R1));
    }

    @Test
    void noneThatTheVersionHasNoRoomFor() {
        List<NamedGroup> peer = List.of(NamedGroup.SECP256R1, NamedGroup.X25519MLKEM768);
        assertThat(GroupChoice.of(OWN, peer, true)).hasValue(List.of(NamedGroup.X25519MLKEM768));
        assertThat(GroupChoice.of(OWN, peer, false)).hasValue(List.of(NamedGroup.SECP256R1));
    }

    @Test
    void nothingIsChosenWhereNothingFits() {
        assertThat(GroupChoice.of(OWN, List.of(), true)).isEqualTo(OWN);
        assertThat(GroupChoice.of(OWN, List.of(NamedGroup.X448), true)).isEqualTo(OWN);
        assertThat(GroupChoice.of(Optional.empty(), List.of(NamedGroup.X25519), true)).isEmpty();
    }
}
