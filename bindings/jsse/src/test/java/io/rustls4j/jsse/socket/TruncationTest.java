package io.rustls4j.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.parameters.FreshJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JDK's switch for those who do not take the end of TCP for the end of TLS. */
class TruncationTest {
    private static final String REQUIRED = "-Dcom.sun.net.ssl.requireCloseNotify=true";

    @Test
    void isAnErrorWhereCloseNotifyIsRequired() throws Exception {
        String failure = "throws javax.net.ssl.SSLProtocolException";

        assertThat(FreshJvm.run(TruncationProgram.class, List.of(REQUIRED)))
                .containsExactly(
                        "closed true",
                        "TLSv1.3 JDK " + failure,
                        "closed true",
                        "TLSv1.3 RUSTLS " + failure,
                        "closed true",
                        "TLSv1.2 JDK " + failure,
                        "closed true",
                        "TLSv1.2 RUSTLS " + failure);
    }

    @Test
    void isAnEndOtherwise() throws Exception {
        assertThat(FreshJvm.run(TruncationProgram.class, List.of()))
                .filteredOn(line -> line.startsWith("read"))
                .containsExactly("read -1", "read -1", "read -1", "read -1");
    }
}
