"""Two small stories: a bridge, and peaches."""

BRIDGE = (
    "Le pont de Varmelle est fermé\n\n"
    "Le maire de Varmelle, Ivo Lastre, a annoncé mardi la fermeture du pont. « Le pont est dangereux », a-t-il "
    "déclaré. Selon l'ingénieure Ada Ferré, les câbles du pont sont rongés par le sel.\n"
)
PEACH = (
    "La récolte des pêches commence dans la plaine d'Orbe\n\n"
    "Les producteurs de pêches assurent que la récolte sera bonne. Le syndicat des vergers a demandé une aide pour "
    "les saisonniers des vergers.\n"
)
