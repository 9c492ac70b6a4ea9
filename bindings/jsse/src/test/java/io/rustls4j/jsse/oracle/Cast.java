package io.rustls4j.jsse.oracle;

import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides bring along.
 *
 * @param serverKey the server's certificate; null: none
 * @param clientKey the client's certificate; null: none
 * @param clientTrusts whom the client trusts
 * @param serverTrusts whom the server trusts
 * @param host the name the client asks for; null: an engine without peer
 * @param trust what stands around the provider's own trust managers
 * @param client what else is set on the client before it starts
 * @param server what else is set on the server before it starts
 */
record Cast(
        @Nullable IssuedCertificate serverKey,
        @Nullable IssuedCertificate clientKey,
        TestAuthority clientTrusts,
        TestAuthority serverTrusts,
        @Nullable String host,
        UnaryOperator<X509ExtendedTrustManager> trust,
        Consumer<SSLEngine> client,
        Consumer<SSLEngine> server) {

    static Cast usual() {
        return new Cast(
                Certificates.SERVER,
                null,
                Certificates.ROOT,
                Certificates.ROOT,
                Certificates.SERVER_NAME,
                UnaryOperator.identity(),
                engine -> {},
                engine -> {});
    }

    Cast withServerKey(@Nullable IssuedCertificate key) {
        return new Cast(key, clientKey, clientTrusts, serverTrusts, host, trust, client, server);
    }

    Cast withClientKey(@Nullable IssuedCertificate key) {
        return new Cast(serverKey, key, clientTrusts, serverTrusts, host, trust, client, server);
    }

    Cast withClientTrusting(TestAuthority root) {
        return new Cast(serverKey, clientKey, root, serverTrusts, host, trust, client, server);
    }

    Cast withHost(@Nullable String name) {
        return new Cast(
                serverKey, clientKey, clientTrusts, serverTrusts, name, trust, client, server);
    }

    Cast withTrust(UnaryOperator<X509ExtendedTrustManager> wrapper) {
        return new Cast(
                serverKey, clientKey, clientTrusts, serverTrusts, host, wrapper, client, server);
    }

    Cast withClient(Consumer<SSLEngine> setUp) {
        return new Cast(
                serverKey, clientKey, clientTrusts, serverTrusts, host, trust, setUp, server);
    }

    Cast withServer(Consumer<SSLEngine> setUp) {
        return new Cast(
                serverKey, clientKey, clientTrusts, serverTrusts, host, trust, client, setUp);
    }
}
