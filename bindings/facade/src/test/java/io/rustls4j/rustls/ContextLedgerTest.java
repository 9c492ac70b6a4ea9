package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConfigException.Reason;
import org.junit.jupiter.api.Test;

class ContextLedgerTest {
    private static final int OK = RustlsResult.OK;
    private static final int INVALID_PARAMETER = 7009;

    @Test
    void whatNativeCodeTookIsKept() {
        long id = settled(OK);

        assertThat(Contexts.find(id, String.class)).isEqualTo("taken");
        Contexts.drop(id);
    }

    @Test
    void whatNativeCodeRefusedIsDropped() {
        assertThatThrownBy(() -> settled(INVALID_PARAMETER)).isInstanceOf(TlsConfigException.class);
    }

    @Test
    void whatNativeCodeWasNeverGivenIsDropped() {
        long id;
        try (ContextLedger contexts = new ContextLedger()) {
            id = contexts.register("forgotten");
        }
        assertThatThrownBy(() -> Contexts.find(id, String.class))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long settled(int result) {
        try (ContextLedger contexts = new ContextLedger()) {
            long id = contexts.register("taken");
            contexts.settle(result, Reason.PARAMETERS, "a test");
            return id;
        }
    }
}
