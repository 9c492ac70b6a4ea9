package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class EnabledNamesTest {
    private static final List<Function<OfferRequest, Object>> LISTS =
            List.of(
                    OfferRequest::protocols,
                    OfferRequest::suites,
                    OfferRequest::groups,
                    request -> request.schemes().orElseThrow());

    private static EnabledNames unset() {
        return new EnabledNames(new Defaults(name -> null, name -> null), ContextKind.TLS, true);
    }

    private static EnabledNames set() {
        EnabledNames names = unset();
        names.setProtocols(new String[] {"TLSv1.2"});
        names.setSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
        names.setGroups(new String[] {"x25519"});
        names.setSchemes(new String[] {"ed25519"});
        return names;
    }

    @Test
    void listsOfAnEqualRequestAreShared() {
        OfferRequest first = set().request();
        EnabledNames names = set();

        names.share(names.request(), first);

        assertThat(names.request()).isEqualTo(first);
        assertThat(LISTS)
                .allSatisfy(
                        list ->
                                assertThat(list.apply(names.request()))
                                        .isSameAs(list.apply(first)));
    }

    @Test
    void whatNobodyHasSetStillFollowsTheRole() {
        EnabledNames names = unset();
        EnabledNames ofServer = unset();
        ofServer.setClient(false);

        names.share(names.request(), set().request());
        names.setClient(false);

        assertThat(names.request()).isEqualTo(ofServer.request());
    }

    @Test
    void whatWasSetMeanwhileStays() {
        EnabledNames names = set();
        OfferRequest asked = names.request();
        names.setProtocols(new String[] {"TLSv1.3"});
        names.setSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        names.setGroups(new String[] {"secp256r1"});
        names.setSchemes(new String[] {"ecdsa_secp256r1_sha256"});

        names.share(asked, set().request());

        assertThat(names.request())
                .isEqualTo(
                        new OfferRequest(
                                List.of("TLSv1.3"),
                                List.of("TLS_AES_128_GCM_SHA256"),
                                List.of("secp256r1"),
                                Optional.of(List.of("ecdsa_secp256r1_sha256"))));
    }
}
