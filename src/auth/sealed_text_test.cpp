#include "auth/sealed_text.hpp"

#include <gtest/gtest.h>

using namespace hearken::auth;

TEST(SealedText, OpensWithTheKeyAndPurposeItWasSealedWith) {
    const auto key = new_seal_key();
    EXPECT_EQ(unseal(key, "form", seal(key, "form", "user\nkey")), "user\nkey");
    EXPECT_EQ(unseal(key, "form", seal(key, "form", "")), "");
}

TEST(SealedText, OpensNeitherWithAnotherKeyNorForAnotherPurpose) {
    const auto key = new_seal_key();
    const auto sealed = seal(key, "form", "words");
    EXPECT_FALSE(unseal(new_seal_key(), "form", sealed));
    EXPECT_FALSE(unseal(key, "notice", sealed));
}

TEST(SealedText, DoesNotOpenOnceChangedCutShortOrInvented) {
    const auto key = new_seal_key();
    auto sealed = seal(key, "form", "words");
    EXPECT_FALSE(unseal(key, "form", sealed.substr(0, sealed.size() - 4)));
    sealed[sealed.size() / 2] = sealed[sealed.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(unseal(key, "form", sealed));
    EXPECT_FALSE(unseal(key, "form", ""));
    EXPECT_FALSE(unseal(key, "form", "not base 64 at all!"));
}
