// The store's own way to the words of any address: it keeps them, so it must write them. Only addresses.cpp uses it.
#pragma once
#include "people/address.hpp"

namespace hearken::store {

class AddressRows {
public:
    static const people::AddressText& text(const people::Address& address) { return address.text(people::MaySeeProtectedAddress(address.id())); }
};

}  // namespace hearken::store
