package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.store.Store;

/** Who can sign in: the local user pool. */
public final class Accounts {

    private static final String DOCUMENT = "accounts";

    /** One person's sign-in. */
    public record Account(String sub, String email, String name, boolean isEnabled) {

        Account enabled(boolean enabled) {
            return new Account(sub, email, name, enabled);
        }
    }

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Store store;

    Accounts(Store store) {
        this.store = store;
        store.load(DOCUMENT)
                .ifPresent(saved -> saved.forEach(json -> {
                    Account account = new Account(
                            json.path("sub").asText(),
                            json.path("email").asText(),
                            json.path("name").asText(),
                            json.path("enabled").asBoolean());
                    accounts.put(account.sub(), account);
                }));
    }

    /** A person without an account was written by hand: only a disabled account keeps somebody out. */
    public boolean mayEnter(String sub) {
        Account account = accounts.get(sub);
        return account == null || account.isEnabled();
    }

    /** A new sign-in; what it is called comes from its address, so that it is the same on every machine and can be read. */
    public Account create(String email, String name) {
        String slug = email.substring(0, Math.max(0, email.indexOf('@'))).replaceAll("[^A-Za-z0-9]+", "-");
        boolean free = !slug.isEmpty() && !accounts.containsKey(slug);
        Account account =
                new Account(free ? slug : slug + "-" + UUID.randomUUID(), email.toLowerCase(Locale.ROOT), name, true);
        put(account);
        return account;
    }

    void put(Account account) {
        accounts.put(account.sub(), account);
        store.save(DOCUMENT, this::toJson);
    }

    void remove(Account account) {
        accounts.remove(account.sub());
        store.save(DOCUMENT, this::toJson);
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.get(username)).or(() -> byEmail(username));
    }

    Optional<Account> byEmail(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return accounts.values().stream()
                .filter(account -> account.email().equals(wanted))
                .findFirst();
    }

    private JsonNode toJson() {
        ArrayNode json = Json.array();
        accounts.values()
                .forEach(account -> json.addObject()
                        .put("sub", account.sub())
                        .put("email", account.email())
                        .put("name", account.name())
                        .put("enabled", account.isEnabled()));
        return json;
    }
}
