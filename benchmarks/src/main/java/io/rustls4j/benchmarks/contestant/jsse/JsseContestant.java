package io.rustls4j.benchmarks.contestant.jsse;

import io.rustls4j.benchmarks.contestant.Contestant;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.credentials.JcaCredentials;
import io.rustls4j.benchmarks.credentials.Trust;
import io.rustls4j.benchmarks.scenario.Group;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A JSSE provider. A subclass says which, and what of its own it needs. */
public abstract class JsseContestant implements Contestant {
    private @Nullable Provider provider;

    /** Makes the provider; called once, and not before it is needed. */
    protected abstract Provider newProvider() throws GeneralSecurityException;

    /** Anything that has to happen before the provider's classes are loaded. */
    protected void prepare(Scenario scenario) {}

    /** The trust managers of both sides. */
    protected TrustManager[] trustManagers(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        return new TrustManager[] {Trust.manager(scenario.verification(), credentials)};
    }

    /** What JSSE's own parameters do not reach. */
    public void tune(SSLEngine engine, Scenario scenario) {}

    /** The same for sockets. */
    public void tune(SSLSocket socket, Scenario scenario) {}

    /** The groups to offer, the one that is wanted first. */
    protected List<Group> groups(Scenario scenario) {
        return scenario.groups();
    }

    /** Chooses the suite. */
    protected void setSuite(SSLParameters parameters, Scenario scenario) {
        parameters.setCipherSuites(new String[] {scenario.suiteName()});
    }

    /** Makes key managers. */
    protected KeyManagerFactory keyManagerFactory() throws GeneralSecurityException {
        return KeyManagerFactory.getInstance("SunX509", "SunJSSE");
    }

    @Override
    public final Stack open(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        return new JsseStack(contexts(scenario, credentials), this, scenario);
    }

    /** Contexts of both sides, for engines and sockets. */
    public final Contexts contexts(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        Optional<String> absence = absence(scenario);
        if (absence.isPresent()) {
            throw new IllegalArgumentException(scenario + ": " + absence.get());
        }
        prepare(scenario);
        KeyManager[] none = {};
        SSLContext client =
                context(
                        scenario.isMutual() ? keyManagers(credentials.client()) : none,
                        trustManagers(scenario, credentials));
        SSLContext server =
                context(keyManagers(credentials.server()), trustManagers(scenario, credentials));
        if (!scenario.isResumed()) {
            client.getClientSessionContext().setSessionCacheSize(1);
            server.getServerSessionContext().setSessionCacheSize(1);
        }
        return new Contexts(client, server);
    }

    /** The provider. */
    public final synchronized Provider provider() throws GeneralSecurityException {
        if (provider == null) {
            provider = newProvider();
        }
        return provider;
    }

    /** What a scenario asks of a client, in JSSE's words. */
    public final SSLParameters clientParameters(Scenario scenario) {
        SSLParameters parameters = common(scenario);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /** What a scenario asks of a server, in JSSE's words. */
    public final SSLParameters serverParameters(Scenario scenario) {
        SSLParameters parameters = common(scenario);
        parameters.setNeedClientAuth(scenario.isMutual());
        return parameters;
    }

    private SSLParameters common(Scenario scenario) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {scenario.version().jsseName()});
        parameters.setNamedGroups(
                groups(scenario).stream().map(Group::jsseName).toArray(String[]::new));
        setSuite(parameters, scenario);
        return parameters;
    }

    private KeyManager[] keyManagers(Credentials.Identity identity)
            throws GeneralSecurityException, IOException {
        return JcaCredentials.keyManagers(identity, keyManagerFactory());
    }

    private SSLContext context(KeyManager[] keys, TrustManager[] trust)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS", provider());
        context.init(keys, trust, null);
        return context;
    }
}
