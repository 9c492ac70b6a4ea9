package io.rustls4j.jsse.parameters;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PSSParameterSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** The parameters have a name: that of a curve, or of a hash; empty where there are none. */
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
                && (group.isCurve() ? curve(group.name()) : keyAgreement(group.algorithm()));
    }

    boolean scheme(Scheme scheme) {
        return policy.permits(scheme)
                && signature(scheme.name())
                && signature(scheme.keyType())
                && signatureAlgorithm(scheme)
                && (scheme.curve().isEmpty() || keysOn(scheme.curve().get()));
    }

    private boolean signatureAlgorithm(Scheme scheme) {
        Optional<PSSParameterSpec> pss = scheme.pssParameters();
        return pss.isPresent() ? signature(scheme, pss.get()) : signature(scheme.algorithm());
    }

    private boolean keysOn(Curve curve) {
        return keyAgreement(curve.name()) && curve(curve.name());
    }

    private boolean keyAgreement(String algorithm) {
        return permits(new Question(CryptoPrimitive.KEY_AGREEMENT, algorithm, ""), null);
    }

    private boolean curve(String name) {
        return permits(
                new Question(CryptoPrimitive.KEY_AGREEMENT, "EC", name),
                new ECGenParameterSpec(name));
    }

    private boolean signature(String algorithm) {
        return permits(new Question(CryptoPrimitive.SIGNATURE, algorithm, ""), null);
    }

    private boolean signature(Scheme scheme, PSSParameterSpec pss) {
        return permits(
                new Question(
                        CryptoPrimitive.SIGNATURE, scheme.algorithm(), pss.getDigestAlgorithm()),
                pss);
    }

    private boolean permits(Question question, @Nullable AlgorithmParameterSpec spec) {
        if (own == null) {
            return true;
        }
        Boolean known = answers.get(question);
        if (known == null) {
            known = ask(own, question, spec);
            answers.put(question, known);
        }
        return known;
    }

    private static boolean ask(
            AlgorithmConstraints constraints,
            Question question,
            @Nullable AlgorithmParameterSpec spec) {
        return constraints.permits(
                Set.of(question.primitive),
                question.algorithm,
                spec == null ? null : parameters(question, spec));
    }

    private static AlgorithmParameters parameters(Question question, AlgorithmParameterSpec spec) {
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
}
