"""What is put before everybody: a folder that Datasette serves as it is, without the articles.

`terms` says what may be published, `texts` what that leaves of a report, `database` writes the database,
`reviewed` leaves out what nobody has read, `folder` puts all into a folder.
"""
