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
    private final Map<CertificateId, CompletableFuture<Staple>> underWay =
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
        try {
            CertificateId id = CertificateId.of(certificate, chain.get(1));
            Optional<Staple> known = cache.get(id);
            if (known.isPresent()) {
                return known;
            }
            Optional<URI> responder = responders.of(certificate);
            return responder.isEmpty()
                    ? Optional.empty()
                    : await(fetchOnce(id, responder.get()), certificate);
        } catch (MalformedMessageException | URISyntaxException e) {
            LOG.log(Level.DEBUG, "no OCSP response for " + name(certificate), e);
            return Optional.empty();
        }
    }

    private CompletableFuture<Staple> fetchOnce(CertificateId id, URI responder) {
        return underWay.computeIfAbsent(
                id,
                it -> {
                    CompletableFuture<Staple> result = new CompletableFuture<>();
                    Thread.ofVirtual()
                            .name("rustls4j OCSP")
                            .start(() -> complete(result, id, responder));
                    return result;
                });
    }

    private void complete(CompletableFuture<Staple> result, CertificateId id, URI responder) {
        try {
            result.complete(knownOrFetched(id, responder));
        } catch (IOException | MalformedMessageException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * It is no longer under way by the time that anybody hears of its end: who asks after that
     * finds the cache or asks anew, and is never told how an earlier fetch failed.
     */
    private Staple knownOrFetched(CertificateId id, URI responder)
            throws IOException, MalformedMessageException {
        try {
            // A fetch may have ended since the cache was looked into.
            Optional<Staple> known = cache.get(id);
            return known.isPresent() ? known.get() : fetch(id, responder);
        } finally {
            underWay.remove(id);
        }
    }

    private Staple fetch(CertificateId id, URI responder)
            throws IOException, MalformedMessageException {
        Staple staple = OcspResponse.read(ResponderClient.ask(responder, id.request()), id);
        cache.put(id, staple);
        return staple;
    }

    private Optional<Staple> await(CompletableFuture<Staple> fetch, X509Certificate certificate) {
        try {
            return Optional.of(fetch.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS));
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
