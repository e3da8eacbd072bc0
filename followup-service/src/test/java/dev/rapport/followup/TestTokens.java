package dev.rapport.followup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** An issuer within the test; how tokens are checked is tested where it is done. */
@TestConfiguration(proxyBeanMethods = false)
class TestTokens {

  private static final byte[] SECRET =
      "a secret that only this test knows".getBytes(StandardCharsets.UTF_8);

  @Bean
  JwtDecoder jwtDecoder() {
    return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(SECRET, "HmacSHA256")).build();
  }

  String token(String scope, @Nullable String organiser, @Nullable String person) {
    var claims =
        new JWTClaimsSet.Builder()
            .audience("rapport")
            .claim("scope", scope)
            .claim("organiser", organiser)
            .claim("person", person)
            .expirationTime(Date.from(Instant.now().plusSeconds(3_600)))
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
