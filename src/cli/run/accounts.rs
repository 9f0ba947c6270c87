//! Customers, contacts, contracts and staff.

use super::{Answer, list as listed};
use crate::cli::input::ProcessInput;
use crate::cli::tree::accounts::{self as args, Contact, Contract, Customer, Staff};
use crate::commands::{
    contact as contacts, contract as contracts, customer as customers, staff as people,
};
use crate::context::Context;

pub(crate) fn customer(command: Customer, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Customer::Add(args::AddCustomer {
            id,
            facts:
                args::CustomerFacts {
                    name,
                    language,
                    account_manager,
                    engineer,
                    zone,
                },
            write,
        }) => {
            let options = customers::AddCustomer {
                id,
                name,
                language,
                account_manager,
                engineer,
                zone,
                write: write.into(),
            };
            customers::add(context, &options)
        }
        Customer::List(args::ListCustomers { list }) => {
            let options = customers::ListCustomers {
                list: listed(list, input),
            };
            customers::list(context, &options)
        }
        Customer::Show(args::ShowCustomer { customer, read }) => {
            let options = customers::ShowCustomer {
                customer,
                read: read.into(),
            };
            customers::show(context, &options)
        }
        Customer::Edit(args::EditCustomer {
            customer,
            facts:
                args::CustomerFacts {
                    name,
                    language,
                    account_manager,
                    engineer,
                    zone,
                },
            write,
        }) => {
            let options = customers::EditCustomer {
                customer,
                name,
                language,
                account_manager,
                engineer,
                zone,
                write: write.into(),
            };
            customers::edit(context, &options)
        }
    }
}

pub(crate) fn contact(command: Contact, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Contact::Add(args::AddContact {
            customer,
            email,
            facts:
                args::ContactFacts {
                    name,
                    phone,
                    language,
                    start,
                    end,
                    qualification,
                    replaces,
                },
            contract,
            write,
        }) => {
            let options = contacts::AddContact {
                customer,
                email,
                contract,
                name,
                phone,
                language,
                start,
                end,
                qualifications: qualification,
                replaces,
                write: write.into(),
            };
            contacts::add(context, &options)
        }
        Contact::List(args::ListContacts { list }) => {
            let options = contacts::ListContacts {
                list: listed(list, input),
            };
            contacts::list(context, &options)
        }
        Contact::Show(args::ShowContact { contact, read }) => {
            let options = contacts::ShowContact {
                contact,
                read: read.into(),
            };
            contacts::show(context, &options)
        }
        Contact::Edit(args::EditContact {
            contact,
            email,
            facts:
                args::ContactFacts {
                    name,
                    phone,
                    language,
                    start,
                    end,
                    qualification,
                    replaces,
                },
            write,
        }) => {
            let options = contacts::EditContact {
                contact,
                email,
                name,
                phone,
                language,
                start,
                end,
                qualifications: qualification,
                replaces,
                write: write.into(),
            };
            contacts::edit(context, &options)
        }
        Contact::Revoke(args::RevokeContact {
            contact,
            end,
            text,
            write,
        }) => {
            let options = contacts::RevokeContact {
                contact,
                end,
                text: input.text(&text)?,
                write: write.into(),
            };
            contacts::revoke(context, &options)
        }
    }
}

pub(crate) fn contract(command: Contract, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Contract::Sign(args::Sign {
            customer,
            plan,
            start,
            end,
            zone,
            region,
            set,
            text,
            write,
        }) => {
            let options = contracts::Sign {
                customer,
                plan,
                start,
                end,
                zone,
                region,
                set,
                text: input.text(&text)?,
                write: write.into(),
            };
            contracts::sign(context, &options)
        }
        Contract::Amend(args::Amend {
            contract,
            start,
            set,
            open_tickets,
            text,
            write,
        }) => {
            let options = contracts::Amend {
                contract,
                start,
                set,
                open_tickets,
                text: input.text(&text)?,
                write: write.into(),
            };
            contracts::amend(context, &options)
        }
        Contract::Renew(args::Renew {
            contract,
            plan,
            start,
            end,
            set,
            text,
            write,
        }) => {
            let options = contracts::Renew {
                contract,
                plan,
                start,
                end,
                set,
                text: input.text(&text)?,
                write: write.into(),
            };
            contracts::renew(context, &options)
        }
        Contract::Cancel(args::Cancel {
            contract,
            end,
            text,
            write,
        }) => {
            let options = contracts::Cancel {
                contract,
                end,
                text: input.text(&text)?,
                write: write.into(),
            };
            contracts::cancel(context, &options)
        }
        Contract::Adjust(args::Adjust {
            contract,
            allowance,
            amount,
            text,
            write,
        }) => {
            let options = contracts::Adjust {
                contract,
                allowance,
                amount,
                text: input.text(&text)?,
                write: write.into(),
            };
            contracts::adjust(context, &options)
        }
        Contract::List(args::ListContracts { list }) => {
            let options = contracts::ListContracts {
                list: listed(list, input),
            };
            contracts::list(context, &options)
        }
        Contract::Show(args::ShowContract { contract, read }) => {
            let options = contracts::ShowContract {
                contract,
                read: read.into(),
            };
            contracts::show(context, &options)
        }
    }
}

pub(crate) fn staff(command: Staff, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Staff::Add(args::AddStaff {
            id,
            facts: args::StaffFacts { name, email, line },
            write,
        }) => {
            let options = people::AddStaff {
                id,
                name,
                email,
                lines: line,
                write: write.into(),
            };
            people::add(context, &options)
        }
        Staff::List(args::ListStaff { list }) => {
            let options = people::ListStaff {
                list: listed(list, input),
            };
            people::list(context, &options)
        }
        Staff::Edit(args::EditStaff {
            id,
            facts: args::StaffFacts { name, email, line },
            end,
            write,
        }) => {
            let options = people::EditStaff {
                id,
                name,
                email,
                lines: line,
                end,
                write: write.into(),
            };
            people::edit(context, &options)
        }
    }
}
