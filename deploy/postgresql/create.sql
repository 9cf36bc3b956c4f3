-- The role and the database of the site. As postgres, once: psql -v name=dialoog -f create.sql
-- On this machine the role needs no password: the user of the same name comes in by the socket. For another machine, afterwards:
-- \password dialoog

\set ON_ERROR_STOP on

CREATE ROLE :"name" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 60;
CREATE DATABASE :"name" OWNER :"name" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;

-- What a visitor wrote stands in statements and in the details of an error; the server's log gets neither.
ALTER DATABASE :"name" SET log_statement = 'none';
ALTER DATABASE :"name" SET log_min_error_statement = 'panic';
ALTER DATABASE :"name" SET log_min_duration_statement = -1;
ALTER DATABASE :"name" SET log_parameter_max_length_on_error = 0;
ALTER DATABASE :"name" SET log_error_verbosity = 'terse';

-- What was acknowledged survives a power cut; a transaction that somebody forgot holds no lock for ever.
ALTER DATABASE :"name" SET synchronous_commit = 'on';
ALTER DATABASE :"name" SET idle_in_transaction_session_timeout = '10min';
