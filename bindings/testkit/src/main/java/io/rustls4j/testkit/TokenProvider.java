package io.rustls4j.testkit;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The security provider of the token: signs with {@link TokenKey}s, and counts. */
public final class TokenProvider extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "Rustls4jTestToken";
    private static final AtomicInteger SIGNATURES = new AtomicInteger();

    private TokenProvider() {
        super(NAME, "1", "a token, for tests");
        for (String algorithm :
                List.of(
                        "SHA256withECDSA",
                        "SHA384withECDSA",
                        "SHA512withECDSA",
                        "SHA256withRSA",
                        "SHA384withRSA",
                        "SHA512withRSA",
                        "RSASSA-PSS",
                        "Ed25519")) {
            putService(new TokenService(this, algorithm));
        }
    }

    /** Adds the token to the JVM's providers, as the last of them. */
    public static void install() {
        Security.addProvider(new TokenProvider());
    }

    /** Takes it away again. */
    public static void remove() {
        Security.removeProvider(NAME);
    }

    /**
     * How busy it was.
     *
     * @return the number of signatures so far
     */
    public static int signatures() {
        return SIGNATURES.get();
    }

    /** A service of another kind than the usual, since its class is not for reflection. */
    private static final class TokenService extends Service {
        TokenService(Provider provider, String algorithm) {
            super(
                    provider,
                    "Signature",
                    algorithm,
                    TokenSignature.class.getName(),
                    List.of(),
                    Map.of());
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return new TokenSignature(getAlgorithm());
        }

        @Override
        public boolean supportsParameter(Object parameter) {
            return parameter instanceof TokenKey;
        }
    }

    private static final class TokenSignature extends SignatureSpi {
        private final Signature inside;

        TokenSignature(String algorithm) throws NoSuchAlgorithmException {
            try {
                this.inside = Signature.getInstance(algorithm, builtIn(algorithm));
            } catch (NoSuchProviderException e) {
                throw new NoSuchAlgorithmException(e);
            }
        }

        private static String builtIn(String algorithm) {
            return algorithm.contains("RSA") ? "SunRsaSign" : "SunEC";
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof TokenKey token)) {
                throw new InvalidKeyException("not a key of the token");
            }
            inside.initSign(token.inside());
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            SIGNATURES.incrementAndGet();
            return inside.sign();
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            inside.update(b);
        }

        @Override
        protected void engineUpdate(byte[] b, int off, int len) throws SignatureException {
            inside.update(b, off, len);
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec params)
                throws InvalidAlgorithmParameterException {
            inside.setParameter(params);
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("the token only signs");
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            throw new SignatureException("the token only signs");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String param, Object value) {
            throw new InvalidParameterException(param);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String param) {
            throw new InvalidParameterException(param);
        }
    }
}
