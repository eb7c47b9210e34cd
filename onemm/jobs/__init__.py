"""Long work: what someone asked for that takes longer than a page may, done in the background in small transactions.

A context declares its kinds of job in its own `jobs` module (`onemm.jobs.registry`); its actions begin them with
`start_job`, and a portal shows how far they are and what came of them.
"""
