package org.bihuan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts of the demo. Usernames are unique in an installation, so where one is taken already (the
 * demo was played here before) this and all later ones get a number: {@code demo.desk1.2}.
 */
final class DemoStaff {
    private static final int MOST_RUNS = 1000;

    private final ApiConnection connection;
    private final Supplier<String> passwords;
    private final List<DemoAccount> made = new ArrayList<>();
    private int run = 1;

    DemoStaff(ApiConnection connection, Supplier<String> passwords) {
        this.connection = connection;
        this.passwords = passwords;
    }

    /** An account to be made; {@code residentId} only for an owner's. */
    record Post(
            String username,
            String displayName,
            String role,
            List<String> communityIds,
            @Nullable String residentId) {}

    /** Somebody who can be dispatched and who can sign in. */
    record Member(String accountId, ApiClient client) {}

    /** What the API is asked; field names are the contract's. */
    record NewAccount(
            String username,
            String displayName,
            String password,
            List<String> roles,
            List<String> communityIds,
            String language,
            @Nullable String residentId) {}

    Member engage(ApiClient by, Post post) {
        String password = passwords.get();
        while (true) {
            String username = run == 1 ? post.username() : post.username() + "." + run;
            try {
                return create(by, post, username, password);
            } catch (ApiRefusal refusal) {
                if (!refusal.says("USERNAME_TAKEN") || run == MOST_RUNS) {
                    throw refusal;
                }
                run++;
            }
        }
    }

    DemoAccounts accounts() {
        return new DemoAccounts(made);
    }

    private Member create(ApiClient by, Post post, String username, String password) {
        NewAccount account = new NewAccount(
                username,
                post.displayName(),
                password,
                List.of(post.role()),
                post.communityIds(),
                "zh-CN",
                post.residentId());
        String id = by.post("/accounts", account).text("id");
        made.add(new DemoAccount(post.role(), username, password, post.displayName()));
        return new Member(id, new ApiClient(connection, username, password));
    }
}
