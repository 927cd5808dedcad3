package org.anamnesis.sandbox.page;

import jakarta.servlet.http.HttpServletRequest;
import org.anamnesis.sandbox.server.EhrAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages and the protection of everything a browser may ask for. */
@Configuration(proxyBeanMethods = false)
@Import(ChartPages.class)
public class Pages {

    private static final String TEMPLATES = "org/anamnesis/sandbox/page/";

    /** Calls by scripts and servers, which carry no cookie of value and cannot know a form's token. */
    private static final String[] FOR_SCRIPTS = {
        "/sandbox/sign-in", "/sandbox/launches", "/sandbox/ward-token", "/sandbox/faults", "/sandbox/personality"
    };

    /** FHIR has its own checks (package access), never a session. Matched by the URI: it is a servlet beside Spring's. */
    @Bean
    @Order(2)
    SecurityFilterChain fhirRequests(HttpSecurity http) throws Exception {
        return http.securityMatcher(Pages::isFhir)
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    private static boolean isFhir(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(EhrAddress.FHIR_PATH) || path.startsWith(EhrAddress.FHIR_PATH + "/");
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageRequests(HttpSecurity http, EhrAddress address) throws Exception {
        return http.authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(FOR_SCRIPTS))
                .logout(logout -> logout.logoutUrl("/sandbox/sign-out").logoutSuccessUrl("/"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(address))))
                .build();
    }

    /** A form's target covers where it redirects: an authorization interrupted by the sign-in goes on to a client. */
    private static String contentPolicy(EhrAddress address) {
        return "default-src 'none'; style-src 'self'; frame-ancestors 'self'; base-uri 'none'; frame-src 'self' "
                + address.productBase() + "; form-action 'self' http://127.0.0.1:* " + address.productBase();
    }

    @Bean
    TemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        resolver.setPrefix(TEMPLATES);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
