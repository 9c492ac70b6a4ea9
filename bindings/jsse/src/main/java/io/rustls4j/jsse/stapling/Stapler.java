package io.rustls4j.jsse.stapling;

import io.rustls4j.wire.MalformedMessageException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets the responses that a server staples. Whatever goes wrong, the handshake goes on without one.
 * Thread-safe.
 */
public final class Stapler {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final StaplingProperties properties;
    private final Responders responders;
    private final StapleCache cache;

    /** One fetch for all handshakes that wait for it. */
    private final Map<CertificateId, CompletableFuture<Optional<Staple>>> underWay =
            new ConcurrentHashMap<>();

    private Stapler(StaplingProperties properties) {
        this.properties = properties;
        this.responders = new Responders(properties);
        this.cache =
                new StapleCache(
                        properties.cacheSize(), properties.cacheLifetime(), InstantSource.system());
    }

    /** Empty unless the JDK's system property {@code ...enableStatusRequestExtension} is set. */
    public static Optional<Stapler> byProperties() {
        StaplingProperties properties = StaplingProperties.read();
        return properties.enabled() ? Optional.of(new Stapler(properties)) : Optional.empty();
    }

    /**
     * The response for the first certificate. May block for as long as properties say; a fetch that
     * takes longer goes on for the next handshake.
     */
    public Optional<Staple> staple(List<X509Certificate> chain) {
        if (chain.size() < 2) {
            LOG.log(Level.DEBUG, "no OCSP response: the chain does not show who issued it");
            return Optional.empty();
        }
        X509Certificate certificate = chain.getFirst();
        CertificateId id;
        try {
            id = CertificateId.of(certificate, chain.get(1));
        } catch (MalformedMessageException e) {
            LOG.log(Level.DEBUG, "no OCSP response: the issuer's key cannot be read", e);
            return Optional.empty();
        }
        Optional<Staple> known = cache.get(id);
        return known.isPresent() ? known : await(fetchOnce(id, certificate), certificate);
    }

    private CompletableFuture<Optional<Staple>> fetchOnce(
            CertificateId id, X509Certificate certificate) {
        return underWay.computeIfAbsent(
                id,
                it -> {
                    CompletableFuture<Optional<Staple>> result = new CompletableFuture<>();
                    Thread.ofVirtual()
                            .name("rustls4j OCSP")
                            .start(() -> complete(result, id, certificate));
                    return result;
                });
    }

    private void complete(
            CompletableFuture<Optional<Staple>> result,
            CertificateId id,
            X509Certificate certificate) {
        try {
            // A fetch may have ended since the cache was looked into.
            Optional<Staple> known = cache.get(id);
            result.complete(known.isPresent() ? known : fetch(id, certificate));
        } catch (IOException
                | MalformedMessageException
                | URISyntaxException
                | RuntimeException e) {
            result.completeExceptionally(e);
        } finally {
            underWay.remove(id);
        }
    }

    private Optional<Staple> fetch(CertificateId id, X509Certificate certificate)
            throws IOException, MalformedMessageException, URISyntaxException {
        Optional<URI> responder = responders.of(certificate);
        if (responder.isEmpty()) {
            return Optional.empty();
        }
        byte[] response = ResponderClient.ask(responder.get(), id.request());
        Staple staple = OcspResponse.read(response, id);
        cache.put(id, staple);
        return Optional.of(staple);
    }

    private Optional<Staple> await(
            CompletableFuture<Optional<Staple>> fetch, X509Certificate certificate) {
        try {
            return fetch.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.log(Level.DEBUG, "no OCSP response for " + name(certificate), e.getCause());
        } catch (TimeoutException e) {
            LOG.log(
                    Level.DEBUG,
                    "no OCSP response for {0} within {1}",
                    name(certificate),
                    properties.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
