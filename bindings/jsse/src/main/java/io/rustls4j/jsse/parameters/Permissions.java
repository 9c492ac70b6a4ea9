package io.rustls4j.jsse.parameters;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one connection may use: what security properties leave and, if the application has set
 * constraints of its own, what those permit. They are asked as SunJSSE asks them, but no question
 * twice, and none about what is disabled anyway. For one thread.
 */
final class Permissions {
    private final SecurityPolicy policy;
    private final @Nullable AlgorithmConstraints own;
    private final Map<Question, Boolean> answers = new HashMap<>();

    Permissions(SecurityPolicy policy, @Nullable AlgorithmConstraints own) {
        this.policy = policy;
        this.own = own;
    }

    /**
     * The parameters are a curve's name, or the hash of a PSS signature; empty where there are
     * none.
     */
    private record Question(CryptoPrimitive primitive, String algorithm, String parameters) {}

    boolean protocol(String name) {
        return policy.permitsProtocol(name) && keyAgreement(name);
    }

    boolean suite(Suite suite) {
        return policy.permits(suite) && keyAgreement(suite.name());
    }

    boolean group(Group group) {
        return policy.permits(group)
                && keyAgreement(group.name())
                && (group.ecBits() == 0 || !group.isForTls12()
                        ? keyAgreement(group.algorithm())
                        : curve(group.name()));
    }

    boolean scheme(Scheme scheme) {
        return policy.permits(scheme)
                && signature(scheme.name(), "")
                && signature(scheme.keyType(), "")
                && signature(scheme.algorithm(), scheme.pssHash())
                && scheme.curve()
                        .map(curve -> keyAgreement(curve.name()) && curve(curve.name()))
                        .orElse(true);
    }

    private boolean keyAgreement(String algorithm) {
        return permits(new Question(CryptoPrimitive.KEY_AGREEMENT, algorithm, ""));
    }

    private boolean curve(String name) {
        return permits(new Question(CryptoPrimitive.KEY_AGREEMENT, "EC", name));
    }

    private boolean signature(String algorithm, String hash) {
        return permits(new Question(CryptoPrimitive.SIGNATURE, algorithm, hash));
    }

    private boolean permits(Question question) {
        AlgorithmConstraints asked = own;
        return asked == null || answers.computeIfAbsent(question, it -> ask(asked, it));
    }

    private static boolean ask(AlgorithmConstraints constraints, Question question) {
        return constraints.permits(
                Set.of(question.primitive), question.algorithm, parameters(question));
    }

    private static @Nullable AlgorithmParameters parameters(Question question) {
        if (question.parameters.isEmpty()) {
            return null;
        }
        AlgorithmParameterSpec spec =
                question.algorithm.equals("EC")
                        ? new ECGenParameterSpec(question.parameters)
                        : pss(question.parameters);
        try {
            AlgorithmParameters made = AlgorithmParameters.getInstance(question.algorithm);
            made.init(spec);
            return made;
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
            throw new IllegalStateException(
                    "no security provider has parameters of "
                            + question.algorithm
                            + " for "
                            + question.parameters
                            + ", which constraints are asked about",
                    e);
        }
    }

    private static PSSParameterSpec pss(String hash) {
        int saltLength = Integer.parseInt(hash.substring("SHA-".length())) / Byte.SIZE;
        return new PSSParameterSpec(
                hash,
                "MGF1",
                new MGF1ParameterSpec(hash),
                saltLength,
                PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
