package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.BCSSLEngine;
import org.bouncycastle.jsse.BCSSLParameters;
import org.bouncycastle.jsse.BCSSLSocket;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/**
 * Bouncy Castle's bctls, with the JDK's algorithms first and Bouncy Castle's where there are none.
 */
public final class BouncyCastle extends JsseContestant {
    /** Kept, since loggers that nobody holds are forgotten with their levels. */
    private static final Logger LOGGER = Logger.getLogger("org.bouncycastle");

    @Override
    public Optional<String> absence(Scenario scenario) {
        if (scenario.verification() == Verification.NATIVE) {
            return Optional.of("it has no native code");
        }
        if (scenario.isResumed() && scenario.version() == TlsVersion.TLS13) {
            return Optional.of("it does not resume TLS 1.3");
        }
        return Optional.empty();
    }

    /** It wants a certificate's curve among them with TLS 1.3, too. */
    @Override
    protected List<Group> groups(Scenario scenario) {
        return scenario.with(TlsVersion.TLS12).groups();
    }

    /**
     * Otherwise it sends a share of another group than the one that is wanted, and has to repeat.
     */
    @Override
    public void tune(SSLEngine engine, Scenario scenario) {
        if (engine instanceof BCSSLEngine own && engine.getUseClientMode()) {
            own.setParameters(withKeyShare(own.getParameters(), scenario));
        }
    }

    @Override
    public void tune(SSLSocket socket, Scenario scenario) {
        if (socket instanceof BCSSLSocket own && socket.getUseClientMode()) {
            own.setParameters(withKeyShare(own.getParameters(), scenario));
        }
    }

    private static BCSSLParameters withKeyShare(BCSSLParameters parameters, Scenario scenario) {
        parameters.setEarlyKeyShares(new String[] {scenario.group().jsseName()});
        return parameters;
    }

    /** Its own, since it asks for keys by names that the JDK's does not know. */
    @Override
    protected KeyManagerFactory keyManagerFactory() throws GeneralSecurityException {
        return KeyManagerFactory.getInstance("PKIX", provider());
    }

    @Override
    protected Provider newProvider() {
        // It tells of every connection, which would be measured with it.
        LOGGER.setLevel(Level.SEVERE);
        Security.addProvider(new BouncyCastleProvider());
        return new BouncyCastleJsseProvider();
    }
}
