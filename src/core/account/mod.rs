//! A customer's own stream → who is authorised when, which contracts and terms are in force, what allowances were used.
