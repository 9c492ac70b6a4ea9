package io.rustls4j.tcnative.certificate;

import io.rustls4j.KeyMaterial;
import io.rustls4j.pem.PemBlock;
import io.rustls4j.pem.PemReader;
import io.rustls4j.wire.MalformedMessageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Finds the private key in PEM text, and decrypts it. */
final class KeyPem {
    static final String PKCS8 = "PRIVATE KEY";
    static final String PKCS1 = "RSA PRIVATE KEY";

    private static final String ENCRYPTED_PKCS8 = "ENCRYPTED PRIVATE KEY";
    private static final Set<String> PLAIN = Set.of(PKCS8, PKCS1, "EC PRIVATE KEY");
    private static final String PBES2_OID = "1.2.840.113549.1.5.13";
    private static final String NO_KEY = "the block has no DER encoding of a private key";
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private KeyPem() {}

    static KeyMaterial.Encoded read(byte[] pem, @Nullable String password) throws Exception {
        if (new String(pem, StandardCharsets.ISO_8859_1).contains("Proc-Type: 4,ENCRYPTED")) {
            throw refused(
                    "the key is encrypted as PEM was before PKCS#8; openssl pkcs8 -topk8 converts"
                            + " it",
                    null);
        }
        List<PemBlock> blocks = blocks(pem);
        KeyMaterial.Encoded key = null;
        try {
            for (PemBlock block : blocks) {
                if (block.label().endsWith(PKCS8)) {
                    key = usable(key(block, password));
                    break;
                }
            }
        } finally {
            for (PemBlock block : blocks) {
                if (key == null || block.der() != key.der()) {
                    Arrays.fill(block.der(), (byte) 0);
                }
            }
        }
        if (key == null) {
            throw refused("there is no private key in the PEM text", null);
        }
        return key;
    }

    private static List<PemBlock> blocks(byte[] pem) throws Exception {
        try {
            return PemReader.read(pem);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static KeyMaterial.Encoded key(PemBlock block, @Nullable String password)
            throws Exception {
        if (block.label().equals(ENCRYPTED_PKCS8)) {
            byte[] der = decrypt(block.der(), password);
            return new KeyMaterial.Encoded(PKCS8, requireKey(der));
        }
        if (!PLAIN.contains(block.label())) {
            throw refused("a key in a block " + block.label() + ", which TLS has no use for", null);
        }
        return new KeyMaterial.Encoded(block.label(), requireKey(block.der()));
    }

    /**
     * What would fail the first handshake is refused here, where it can be told from a peer's
     * fault.
     */
    private static KeyMaterial.Encoded usable(KeyMaterial.Encoded key) throws Exception {
        String why = null;
        MalformedMessageException cause = null;
        try {
            OptionalInt bits = RsaModulus.bits(key);
            if (bits.isPresent()
                    && (bits.getAsInt() < RsaModulus.LEAST_BITS
                            || bits.getAsInt() > RsaModulus.MOST_BITS)) {
                why =
                        "an RSA key of "
                                + bits.getAsInt()
                                + " bits, with which rustls does not sign; "
                                + RsaModulus.LEAST_BITS
                                + " to "
                                + RsaModulus.MOST_BITS
                                + " are possible";
            }
        } catch (MalformedMessageException e) {
            why = NO_KEY;
            cause = e;
        }
        if (why != null) {
            Arrays.fill(key.der(), (byte) 0);
            throw refused(why, cause);
        }
        return key;
    }

    /** All the encodings begin with a SEQUENCE over everything and a version number in it. */
    private static byte[] requireKey(byte[] der) throws Exception {
        int lengthOctets = der.length > 1 && (der[1] & 0x80) != 0 ? der[1] & 0x7f : 0;
        int content = 2 + lengthOctets;
        if (lengthOctets > 3 || der.length < content + 3 || der[0] != SEQUENCE) {
            throw refused(NO_KEY, null);
        }
        int length = lengthOctets == 0 ? der[1] : 0;
        for (int i = 2; i < content; i++) {
            length = length << 8 | (der[i] & 0xff);
        }
        if (length != der.length - content || der[content] != INTEGER) {
            throw refused(NO_KEY, null);
        }
        return der;
    }

    private static byte[] decrypt(byte[] der, @Nullable String password) throws Exception {
        if (password == null) {
            throw refused("the private key is encrypted and there is no password", null);
        }
        char[] characters = password.toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters);
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            String algorithm = algorithmOf(info);
            SecretKey secret = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
            return cipher.doFinal(info.getEncryptedData());
        } catch (IOException | GeneralSecurityException e) {
            throw refused("the private key does not decrypt with the password: " + e, e);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    /** For PBES2 it is only the parameters that say which algorithm it is, in their text form. */
    private static String algorithmOf(EncryptedPrivateKeyInfo info) {
        AlgorithmParameters parameters = info.getAlgParameters();
        String name = info.getAlgName();
        return parameters != null && (name.equals("PBES2") || name.equals(PBES2_OID))
                ? parameters.toString()
                : name;
    }

    private static Exception refused(String why, @Nullable Throwable cause) {
        return new Exception("Unable to load certificate key (" + why + ")", cause);
    }
}
